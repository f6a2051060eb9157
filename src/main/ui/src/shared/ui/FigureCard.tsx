import type { ReactNode } from 'react'
import { changeOf, formatValue } from '@/shared/format/numbers'
import type { Metric } from '@/shared/metrics/catalogue'
import { ChangeMark } from './ChangeMark'
import { Definition } from './Definition'
import { Skeleton } from './Skeleton'
import { Sparkline } from './Sparkline'
import styles from './FigureCard.module.css'

interface FigureCardProps {
  readonly metric: Metric
  /** Another name than the metric's, such as a goal's. */
  readonly title?: string
  /** The number; undefined while it is loading, null if there is none. */
  readonly value: number | null | undefined
  /** The number of the previous period, if compared. */
  readonly previous?: number | null | undefined
  /** Whether more is worse. */
  readonly moreIsWorse?: boolean
  /** A line below: a share with its base in words. */
  readonly note?: ReactNode
  readonly series?: readonly (number | null)[] | undefined
  /** Wraps the number in a link to the users behind it. */
  readonly link?: (number: string) => ReactNode
}

/** A key figure: its name with its definition, the number, how it moved. */
export function FigureCard({
  metric,
  title,
  value,
  previous,
  moreIsWorse = false,
  note,
  series,
  link = (number) => number,
}: FigureCardProps) {
  const change = changeOf(metric.unit, value, previous)
  return (
    <div className={styles.card}>
      <div className={styles.label}>
        <Definition metric={metric} {...(title === undefined ? {} : { title })} />
      </div>
      <div className={styles.line}>
        {value === undefined ? (
          <Skeleton height={28} width={84} />
        ) : (
          <span className={styles.number} data-metric={metric.key}>
            {link(formatValue(metric.unit, value))}
          </span>
        )}
        {change === null ? null : <ChangeMark change={change} moreIsWorse={moreIsWorse} />}
      </div>
      {note === undefined ? null : <div className={styles.note}>{note}</div>}
      {series === undefined ? null : <Sparkline values={series} />}
    </div>
  )
}

/** Key figures side by side. */
export function Figures({ children }: { readonly children: ReactNode }) {
  return <div className={styles.figures}>{children}</div>
}
