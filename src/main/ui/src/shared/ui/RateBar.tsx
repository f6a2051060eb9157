import { formatRate } from '@/shared/format/numbers'
import styles from './RateBar.module.css'

/** A rate with a thin bar below it, as long as the rate is high. */
export function RateBar({ value }: { readonly value: number | null | undefined }) {
  return (
    <span className={styles.rate}>
      {formatRate(value)}
      <span data-swatch className={styles.track} aria-hidden="true">
        <span style={{ width: `${Math.min(value ?? 0, 1) * 100}%` }} />
      </span>
    </span>
  )
}
