import { Drawer } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Schemas } from '@/shared/api/client'
import { downloadUrl } from '@/shared/api/downloads'
import { formatCount } from '@/shared/format/numbers'
import { formatMoment } from '@/shared/format/times'
import type { Metric } from '@/shared/metrics/catalogue'
import { channelTitle } from '@/shared/metrics/channels'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { VirtualTable, type VirtualColumn } from '@/shared/ui/VirtualTable'
import type { MetricSelector } from '@/shared/url/contributors'
import { userStateWords } from '@/shared/words/journeys'
import { reasonInWords } from '@/shared/words/reasons'
import styles from './ContributorsDrawer.module.css'
import { endWords } from './flow/words'
import { contributorsQuery } from './queries'
import { selectedMetricDefinition } from './selectors'
import { UserLink } from './UserLink'
import { useView, type View } from './useView'

type User = Schemas['UserBehindNumber']

interface ContributorsDrawerProps {
  readonly selector: MetricSelector
  readonly onClose: () => void
}

/** The users behind a number. */
export function ContributorsDrawer({ selector, onClose }: ContributorsDrawerProps) {
  const view = useView()
  const { user } = useSearch({ from: '/signed-in/journeys/$journey' })
  const users = useInfiniteQuery(contributorsQuery(view.journeyId, view.period, selector))
  const rows = useMemo(() => users.data?.pages.flatMap((page) => page.data.users), [users.data])
  const columns = useMemo(() => userColumns(view.timeZone), [view.timeZone])
  const metric = selectedMetricDefinition(selector)
  return (
    <Drawer
      opened
      onClose={onClose}
      // The timeline above it closes first.
      closeOnEscape={user === undefined}
      size="min(100vw, 860px)"
      title={titleOf(selector, metric, view)}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className={styles.head}>
        <p>{metric?.definition}</p>
        <DownloadButton href={downloadUrl(view.journeyId, view.period, { kind: 'contributors', selector })}>
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

function titleOf(
  { metric: key, channel, step, goal, reason, link_url: link, ...passage }: MetricSelector,
  metric: Metric | undefined,
  view: View,
): string {
  return [
    // The goal's name says more than that it is counted.
    goal !== undefined && key === 'count' ? undefined : (metric?.title ?? key),
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

function passageInWords({ from_step: fromStep, to_step: toStep, end }: Partial<MetricSelector>, view: View): string {
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
    { key: 'step', title: 'Last step', width: 'minmax(120px, 1fr)', card: 'line', cell: (user) => user.last_step },
    { key: 'events', title: 'Times', width: '64px', align: 'end', cell: (user) => formatCount(user.events) },
    {
      key: 'last',
      title: 'Last time',
      width: '156px',
      card: 'line',
      align: 'end',
      cell: (user) => formatMoment(user.last_at, timeZone),
    },
  ]
}
