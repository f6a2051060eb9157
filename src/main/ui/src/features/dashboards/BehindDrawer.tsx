import { Drawer } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Schemas } from '@/shared/api/client'
import { downloadUrl } from '@/shared/api/downloads'
import { formatCount } from '@/shared/format/numbers'
import { formatMoment } from '@/shared/format/times'
import { metricsOf, type Metric, type Place } from '@/shared/metrics/catalogue'
import { channelTitle, messagePlace } from '@/shared/metrics/channels'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { VirtualTable, type VirtualColumn } from '@/shared/ui/VirtualTable'
import type { Behind } from '@/shared/url/behind'
import { userStateWords } from '@/shared/words/journeys'
import { durationTitle } from '@/shared/words/durations'
import { withoutValue } from '@/shared/words/goals'
import { reasonInWords } from '@/shared/words/reasons'
import styles from './BehindDrawer.module.css'
import { endWords } from './flow/words'
import { behindQuery } from './queries'
import { UserLink } from './UserLink'
import { useView, type View } from './useView'

type User = Schemas['UserBehindNumber']

interface BehindDrawerProps {
  readonly behind: Behind
  readonly onClose: () => void
}

/** The users behind a number. */
export function BehindDrawer({ behind, onClose }: BehindDrawerProps) {
  const view = useView()
  const { user } = useSearch({ from: '/signed-in/journeys/$journey' })
  const users = useInfiniteQuery(behindQuery(view.journeyId, view.period, behind))
  const rows = useMemo(() => users.data?.pages.flatMap((page) => page.data.users), [users.data])
  const columns = useMemo(() => userColumns(view.timeZone), [view.timeZone])
  const metric = metricOf(behind)
  return (
    <Drawer
      opened
      onClose={onClose}
      // The timeline above it closes first.
      closeOnEscape={user === undefined}
      size="min(100vw, 860px)"
      title={titleOf(behind, metric, view)}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.head}>
        <p>{metric?.definition}</p>
        <DownloadButton href={downloadUrl(view.journeyId, view.period, { kind: 'behind', number: behind })}>
          Export CSV
        </DownloadButton>
      </div>
      {users.isError && rows === undefined ? (
        <ErrorState problem={users.error} onRetry={() => void users.refetch()} />
      ) : (
        <VirtualTable
          label="Users behind the number"
          columns={columns}
          rows={rows}
          keyOf={(user) => user.user_id}
          hasMore={users.hasNextPage}
          loadingMore={users.isFetchingNextPage}
          onMore={() => void users.fetchNextPage({ cancelRefetch: false })}
          empty={<EmptyState title="No users">No users contribute to this number in this period.</EmptyState>}
        />
      )}
    </Drawer>
  )
}

function metricOf(behind: Behind): Metric | undefined {
  if (behind.metric === 'passages') {
    return metricsOf('passages')[0]
  }
  if (behind.metric === withoutValue.key) {
    return withoutValue
  }
  return placesOf(behind)
    .flatMap((place) => metricsOf(place))
    .find((candidate) => candidate.key === behind.metric)
}

/** Where the number stands. */
function placesOf({ channel, step, goal, reason, link, attribution }: Behind): readonly Place[] {
  if (channel !== undefined) {
    if (link !== undefined) {
      return ['link']
    }
    if (attribution !== undefined && step === undefined) {
      return ['attribution']
    }
    return reason !== undefined ? ['delivery_issues'] : step === undefined ? [channel] : [messagePlace(channel)]
  }
  if (step !== undefined) {
    return ['step', 'flow_step', 'flow_ends']
  }
  return goal === undefined ? ['audience', 'health'] : ['goal']
}

function titleOf(
  { metric: key, channel, step, goal, reason, link, ...passage }: Behind,
  metric: Metric | undefined,
  view: View,
): string {
  return [
    // The goal's name says more than that it is counted.
    goal !== undefined && key === 'count' ? undefined : (metric?.title ?? durationTitle(key) ?? key),
    channel === undefined ? undefined : channelTitle(channel),
    view.journey?.steps.find((candidate) => candidate.id === step)?.name ?? step,
    view.journey?.goals.find((candidate) => candidate.id === goal)?.name ?? goal,
    reason === undefined ? undefined : reasonInWords(reason),
    link === '' ? 'No link named' : link,
    key === 'passages' ? passageInWords(passage, view) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ')
}

function passageInWords({ fromStep, toStep, end }: Partial<Behind>, view: View): string {
  const nameOf = (step: string) => view.journey?.steps.find((candidate) => candidate.id === step)?.name ?? step
  const from = fromStep === undefined ? 'Start' : nameOf(fromStep)
  const to = toStep === undefined ? endWords[end as Schemas['TripEnd']] : nameOf(toStep)
  return `${from} → ${to}`
}

function userColumns(timeZone: string): readonly VirtualColumn<User>[] {
  return [
    {
      key: 'user',
      title: 'User ID / HWID',
      width: 'minmax(200px, 2fr)',
      heads: true,
      cell: (user) => (
        <>
          <UserLink userId={user.user_id} />
          {user.hwid === null ? null : <span className={styles.device}>{user.hwid}</span>}
        </>
      ),
    },
    {
      key: 'status',
      title: 'Status now',
      width: '122px',
      cell: (user) =>
        user.status === null ? null : (
          <StatusBadge tone={userStateWords[user.status].tone}>{userStateWords[user.status].title}</StatusBadge>
        ),
    },
    { key: 'step', title: 'Last step', width: 'minmax(120px, 1fr)', cell: (user) => user.last_step },
    { key: 'events', title: 'Times', width: '64px', align: 'end', cell: (user) => formatCount(user.events) },
    {
      key: 'last',
      title: 'Last time',
      width: '156px',
      align: 'end',
      cell: (user) => formatMoment(user.last_at, timeZone),
    },
  ]
}
