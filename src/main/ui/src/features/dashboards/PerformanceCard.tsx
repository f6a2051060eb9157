import { formatRate, changeOf } from '@/shared/format/numbers'
import { metricOf } from '@/shared/metrics/catalogue'
import { Card } from '@/shared/ui/Card'
import { ChangeMark } from '@/shared/ui/ChangeMark'
import { Clamped } from '@/shared/ui/Clamped'
import { Definition } from '@/shared/ui/Definition'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Skeleton } from '@/shared/ui/Skeleton'
import { ContributorsCount } from './ContributorsCount'
import { leading } from './goals'
import styles from './OverviewPage.module.css'
import { SectionLink } from './SectionLink'
import type { OverviewCardProps } from './useOverview'

const rate = metricOf('goal', 'conversion_rate')

/** How the goals convert, at a glance. */
export function PerformanceCard({ overview }: Pick<OverviewCardProps, 'overview'>) {
  const { now, problem } = overview
  const data = overview.data?.performance
  const before = overview.before?.performance
  const goals = data?.goals ?? []
  const shown = leading(goals, ({ count }) => count)
  return (
    <Card title={<SectionLink section="performance">Performance</SectionLink>}>
      {problem !== null ? (
        <ErrorState problem={problem} onRetry={() => void now.refetch()} />
      ) : data === undefined ? (
        <Skeleton height={132} />
      ) : data.goals.length === 0 ? (
        <EmptyState title="No goals yet">
          Add conversion goals in the settings. They also count what users did before.
        </EmptyState>
      ) : (
        <>
          <ul className={styles.goals}>
            {shown.map((goal) => {
              const earlier = before?.goals.find((other) => other.id === goal.id)
              const change = changeOf('rate', goal.conversion_rate, earlier?.conversion_rate)
              return (
                <li key={goal.id} className={styles.goal}>
                  <span className={styles.name}>
                    <Clamped text={goal.name} /> {change === null ? null : <ChangeMark change={change} />}
                  </span>
                  <span className={styles.rate}>{formatRate(goal.conversion_rate)}</span>
                  <span className={styles.count}>
                    <ContributorsCount
                      selector={{ metric: 'count', goal: goal.id }}
                      count={goal.count}
                      name={goal.name}
                    />
                  </span>
                  <div data-swatch className={styles.bar} aria-hidden="true">
                    <span style={{ width: `${Math.min(goal.conversion_rate ?? 0, 1) * 100}%` }} />
                  </div>
                </li>
              )
            })}
          </ul>
          {goals.length > shown.length ? (
            <SectionLink section="performance">{`${goals.length - shown.length} more`}</SectionLink>
          ) : null}
          <p className={styles.note}>
            <Definition metric={rate} /> of{' '}
            <ContributorsCount selector={{ metric: 'entrances' }} count={data.entrances} /> entrances
          </p>
        </>
      )}
    </Card>
  )
}
