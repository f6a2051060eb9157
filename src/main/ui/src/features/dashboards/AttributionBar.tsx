import type { Schemas } from '@/shared/api/client'
import { formatCount } from '@/shared/format/numbers'
import { metricOf } from '@/shared/metrics/catalogue'
import type { Channel } from '@/shared/metrics/channels'
import { colorAt } from '@/shared/ui/chart/model'
import { Clamped } from '@/shared/ui/Clamped'
import { Definition } from '@/shared/ui/Definition'
import type { AttributionSearch } from '@/shared/url/views'
import styles from './AttributionBar.module.css'
import { ContributorsCount } from './ContributorsCount'

interface AttributionBarProps {
  readonly channel: Channel
  readonly goal: string
  readonly search: AttributionSearch
  readonly attribution: Schemas['Attribution']
  readonly rows: readonly Schemas['Messages']['messages'][number][]
}

/** Where the goal's conversions went: a bar whose parts add up to all of them. */
export function AttributionBar({ channel, goal, search, attribution, rows }: AttributionBarProps) {
  const all = attribution.converted_users ?? 0
  const parts = [
    ...rows.map((row, at) => ({
      key: `step ${row.step_id}`,
      title: row.name,
      count: row.converted_users ?? 0,
      color: `var(${colorAt(at)})`,
      selector: { metric: 'converted_users', channel, step: row.step_id, goal, ...search },
    })),
    {
      key: 'other channels',
      title: metricOf('attribution', 'other_channels').title,
      count: attribution.other_channels ?? 0,
      color: 'var(--control)',
      selector: { metric: 'other_channels', channel, goal, ...search },
    },
    {
      key: 'unattributed',
      title: metricOf('attribution', 'unattributed').title,
      count: attribution.unattributed ?? 0,
      color: 'var(--line)',
      selector: { metric: 'unattributed', channel, goal, ...search },
    },
  ].filter((part) => part.count > 0)
  return (
    <div className={styles.frame}>
      <div data-swatch className={styles.bar} aria-hidden="true">
        {parts.map((part) => (
          <span
            key={part.key}
            style={{ width: `${String((part.count / Math.max(all, 1)) * 100)}%`, background: part.color }}
          />
        ))}
      </div>
      <p className={styles.sum}>
        <b>{formatCount(all)}</b> <Definition metric={metricOf('attribution', 'converted_users')} />
        {parts.map((part, at) => (
          <span key={part.key} className={styles.part}>
            {at === 0 ? '=' : '+'} <span data-swatch className={styles.swatch} style={{ background: part.color }} />
            <ContributorsCount selector={part.selector} count={part.count} name={part.title} />{' '}
            <Clamped text={part.title} />
          </span>
        ))}
      </p>
    </div>
  )
}
