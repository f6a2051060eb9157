import { formatRate } from '@/shared/format/numbers'
import styles from './RateBar.module.css'

/** A rate with a thin bar behind it, as long as the rate is high. */
export function RateBar({ value }: { readonly value: number | null | undefined }) {
  return (
    <span className={styles.rate}>
      <span className={styles.bar} style={{ width: `${Math.min(value ?? 0, 1) * 100}%` }} aria-hidden="true" />
      <span className={styles.number}>{formatRate(value)}</span>
    </span>
  )
}
