import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Schemas } from '@/shared/api/client'
import { versionedJourneyQuery } from '@/shared/api/journeys'
import { useSession } from '@/shared/api/session'
import { formatDay } from '@/shared/format/times'
import { Skeleton } from '@/shared/ui/Skeleton'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { periodOf } from '@/shared/url/period'
import { goalsInWords } from '@/shared/words/goals'
import { typeWords } from '@/shared/words/journeys'
import styles from './JourneyHeader.module.css'
import { StatusMenu } from './StatusMenu'

interface JourneyHeaderProps {
  readonly journeyId: string
  /** The section of the journey that is open, for the title of the page. */
  readonly section: string | undefined
  /** Controls at the right, below the status. */
  readonly children: ReactNode
}

/** A journey's title, its status with all that can be done about it, and what kind of journey it is. */
export function JourneyHeader({ journeyId, section, children }: JourneyHeaderProps) {
  const { data: current } = useQuery(versionedJourneyQuery(journeyId))
  usePageTitle(section, current?.journey.title)
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <h1 className={styles.title}>{current?.journey.title ?? <Skeleton height={24} width={220} />}</h1>
        {current === undefined ? null : <StatusMenu current={current} />}
      </div>
      <div className={styles.line}>
        <p className={styles.facts}>{current === undefined ? ' ' : <Facts journey={current.journey} />}</p>
        {children}
      </div>
    </header>
  )
}

function Facts({ journey }: { readonly journey: Schemas['Journey'] }) {
  const { time_zone: timeZone } = useSession().tenant
  const facts = [
    journey.category,
    typeWords[journey.type],
    journey.launched_at === null ? 'not launched yet' : `launched ${formatDay(journey.launched_at, timeZone)}`,
    journey.ended_at === null ? null : `ended ${formatDay(journey.ended_at, timeZone)}`,
  ]
  return (
    <>
      {facts
        .filter((fact) => fact !== null)
        .map((fact) => `${fact} · `)
        .join('')}
      <Link to="/journeys/$journey/settings" params={{ journey: journey.id }} search={periodOf}>
        {goalsInWords(journey.goals.length)}
      </Link>
    </>
  )
}
