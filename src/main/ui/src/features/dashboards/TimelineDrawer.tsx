import { Button, Drawer, NativeSelect } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/shared/api/client'
import { ApiProblem } from '@/shared/api/problem'
import { formatCount } from '@/shared/format/numbers'
import { formatMoment } from '@/shared/format/times'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Skeleton } from '@/shared/ui/Skeleton'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { userStateWords } from '@/shared/words/journeys'
import { byTrip, detailsOf, eventInWords } from '@/shared/words/timeline'
import { timelineQuery, userJourneysQuery, type Customs } from './queries'
import styles from './TimelineDrawer.module.css'
import { useView, type View } from './useView'

type Timeline = Schemas['Timeline']
type Event = Schemas['TimelineEvent']

const PLACEHOLDERS = 8

interface TimelineDrawerProps {
  readonly userId: string
  readonly onClose: () => void
}

/** The events of one user in the journey, by trip. */
export function TimelineDrawer({ userId, onClose }: TimelineDrawerProps) {
  const view = useView()
  const [custom, setCustom] = useState<Customs>('conversions')
  const timeline = useInfiniteQuery({
    ...timelineQuery(view.journeyId, userId, custom),
    // The previous events stay on screen while other custom events are loaded.
    placeholderData: keepPreviousData,
  })
  const head = timeline.data?.pages[0]?.data
  const events = timeline.data?.pages.flatMap((page) => page.data.events) ?? []
  return (
    <Drawer
      opened
      onClose={onClose}
      size="min(100vw, 720px)"
      title={`User ${userId}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {timeline.isError && head === undefined ? (
        timeline.error instanceof ApiProblem && timeline.error.status === 404 ? (
          <EmptyState title="No events">The journey has no events of this user.</EmptyState>
        ) : (
          <ErrorState problem={timeline.error} onRetry={() => void timeline.refetch()} />
        )
      ) : (
        <>
          {head === undefined ? <Pending /> : <Head timeline={head} />}
          <OtherJourneys userId={userId} journeyId={view.journeyId} />
          <NativeSelect
            size="xs"
            label="Custom events"
            className={styles.custom ?? ''}
            value={custom}
            data={[
              { value: 'conversions', label: 'Conversions of goals' },
              { value: 'all', label: 'All' },
              { value: 'none', label: 'None' },
            ]}
            onChange={(event) => {
              setCustom(event.currentTarget.value as Customs)
            }}
          />
          {byTrip(events).map(({ trip, events: some }) => (
            <section key={trip ?? 0} aria-label={tripTitle(trip)}>
              <h3 className={styles.trip}>{tripTitle(trip)}</h3>
              <ol className={styles.events}>
                {some.map((event, at) => (
                  <TimelineEntry key={`${event.time} ${event.type} ${at}`} event={event} view={view} />
                ))}
              </ol>
            </section>
          ))}
          {timeline.hasNextPage ? (
            <Button
              variant="default"
              size="xs"
              // Disabled, it would lose the focus.
              aria-busy={timeline.isFetchingNextPage}
              onClick={() => void timeline.fetchNextPage({ cancelRefetch: false })}
            >
              {timeline.isFetchingNextPage ? 'Loading…' : 'Show later events'}
            </Button>
          ) : null}
        </>
      )}
    </Drawer>
  )
}

/** The place of the first events. */
function Pending() {
  return (
    <div className={styles.pending} aria-busy>
      {Array.from({ length: PLACEHOLDERS }, (_, at) => (
        <Skeleton key={at} height={14} />
      ))}
    </div>
  )
}

function tripTitle(trip: number | null): string {
  return trip === null ? 'Before the first entrance' : `Trip ${formatCount(trip)}`
}

function Head({ timeline }: { readonly timeline: Timeline }) {
  const { status, last_step: lastStep, trips, devices } = timeline
  return (
    <p className={styles.head}>
      {status === null ? null : (
        <StatusBadge tone={userStateWords[status].tone}>{userStateWords[status].title}</StatusBadge>
      )}
      {lastStep === '' ? null : <span>{lastStep}</span>}
      <span>{trips === 1 ? '1 trip' : `${formatCount(trips)} trips`}</span>
      {devices.map((device) => (
        <span key={device}>{device}</span>
      ))}
    </p>
  )
}

/** Other journeys of the user. */
function OtherJourneys({ userId, journeyId }: { readonly userId: string; readonly journeyId: string }) {
  const { data } = useQuery(userJourneysQuery(userId))
  const others = data?.data.journeys.filter((journey) => journey.journey_id !== journeyId) ?? []
  return others.length === 0 ? null : (
    <p className={styles.others}>
      Also in{' '}
      {others.map((journey, at) => (
        <span key={journey.journey_id}>
          {at === 0 ? null : ', '}
          <Link
            to="/journeys/$journey/audience"
            params={{ journey: journey.journey_id }}
            search={{ user: userId }}
            preload={false}
          >
            {journey.title}
          </Link>
        </span>
      ))}
    </p>
  )
}

function TimelineEntry({ event, view }: { readonly event: Event; readonly view: View }) {
  const goalName = (id: string) => view.journey?.goals.find((goal) => goal.id === id)?.name ?? id
  const details = detailsOf(event, goalName)
  return (
    <li className={styles.event}>
      <time dateTime={event.time}>{formatMoment(event.time, view.timeZone)}</time>
      <span>
        {eventInWords(event)}
        {details.map((detail, at) => (
          <span key={at} className={styles.detail}>
            {detail}
          </span>
        ))}
      </span>
    </li>
  )
}
