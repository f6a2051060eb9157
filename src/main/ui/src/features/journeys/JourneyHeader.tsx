import { useQuery } from '@tanstack/react-query'
import { journeyQuery } from '@/shared/api/journeys'
import { useSession } from '@/shared/api/session'
import { formatDay } from '@/shared/format/times'
import { Skeleton } from '@/shared/ui/Skeleton'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { statusWords, typeWords } from '@/shared/words/journeys'
import styles from './JourneyHeader.module.css'

/** A journey's title, status and what kind of journey it is. */
export function JourneyHeader({ journeyId }: { readonly journeyId: string }) {
  const { data: journey } = useQuery(journeyQuery(journeyId))
  const { time_zone: timeZone } = useSession().tenant
  usePageTitle(journey?.title)
  return (
    <div className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.title}>{journey?.title ?? <Skeleton height={24} width={220} />}</h1>
        {journey === undefined ? null : (
          <StatusBadge tone={statusWords[journey.status].tone}>{statusWords[journey.status].title}</StatusBadge>
        )}
      </div>
      <p className={styles.facts}>
        {journey === undefined
          ? ' '
          : [
              journey.category,
              typeWords[journey.type],
              journey.launched_at === null
                ? 'not launched yet'
                : `launched ${formatDay(journey.launched_at, timeZone)}`,
              journey.ended_at === null ? null : `ended ${formatDay(journey.ended_at, timeZone)}`,
            ]
              .filter((fact) => fact !== null)
              .join(' · ')}
      </p>
    </div>
  )
}
