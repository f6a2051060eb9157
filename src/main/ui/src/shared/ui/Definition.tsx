import { Tooltip } from '@mantine/core'
import type { Metric } from '@/shared/metrics/catalogue'
import styles from './Definition.module.css'

/** A metric's name, with its definition on hover, focus and touch. */
export function Definition({ metric, title }: { readonly metric: Metric; readonly title?: string }) {
  return (
    <Tooltip
      label={title === undefined || title === metric.title ? metric.definition : `${title}: ${metric.definition}`}
    >
      <button type="button" className={styles.term}>
        {title ?? metric.title}
      </button>
    </Tooltip>
  )
}
