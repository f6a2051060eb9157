import styles from './Sparkline.module.css'

const WIDTH = 100
const HEIGHT = 24

/** A number over time at a glance, without axes; it repeats what a chart says, so it is hidden from screen readers. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const points = values.map((value) => value ?? 0)
  const top = Math.max(...points, 0)
  if (points.length < 2 || top === 0) {
    return <div className={styles.sparkline} aria-hidden="true" />
  }
  const line = points
    .map((value, at) => {
      const x = ((at / (points.length - 1)) * WIDTH).toFixed(1)
      const y = (HEIGHT - 1 - (value / top) * (HEIGHT - 3)).toFixed(1)
      return `${x},${y}`
    })
    .join(' ')
  return (
    <svg
      className={styles.sparkline}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <polygon className={styles.area} points={`0,${HEIGHT} ${line} ${WIDTH},${HEIGHT}`} />
      <polyline className={styles.line} points={line} />
    </svg>
  )
}
