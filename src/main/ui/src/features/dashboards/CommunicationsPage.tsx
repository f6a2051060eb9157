import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { channelTitle, type Channel } from '@/shared/metrics/channels'
import { Card } from '@/shared/ui/Card'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Skeleton } from '@/shared/ui/Skeleton'
import { periodOf } from '@/shared/url/period'
import { ChannelDurations } from './ChannelDurations'
import { ChannelFigures } from './ChannelFigures'
import styles from './CommunicationsPage.module.css'
import { IssuesCard } from './IssuesCard'
import { MessagesCard } from './MessagesCard'
import { channelsQuery } from './queries'
import { useView } from './useView'

/** How each channel and each message performs. */
export function CommunicationsPage() {
  const view = useView()
  const { channel: wanted } = useSearch({ from: '/signed-in/journeys/$journey/communications' })
  const { data, error, refetch } = useQuery(channelsQuery(view.journeyId, view.period))
  if (data === undefined) {
    return error === null ? <Skeleton height={420} /> : <ErrorState problem={error} onRetry={() => void refetch()} />
  }
  const { channels } = data.data
  const channel = channels.find((candidate) => candidate === wanted) ?? channels[0]
  if (channel === undefined) {
    return (
      <Card label="Communications">
        <EmptyState title="No messages yet">
          The journey has no message steps, and nothing was sent in this period. Figures of each channel appear here
          once it has a message step.
        </EmptyState>
      </Card>
    )
  }
  return (
    <>
      {channels.length > 1 ? <ChannelTabs channels={channels} chosen={channel} /> : null}
      {/* A new component for each channel: choices of one mean nothing in another. */}
      <ChannelFigures key={channel} channel={channel} />
      <MessagesCard key={`${channel} messages`} channel={channel} />
      <ChannelDurations key={`${channel} durations`} channel={channel} />
      <IssuesCard key={`${channel} issues`} channel={channel} />
    </>
  )
}

function ChannelTabs({ channels, chosen }: { readonly channels: readonly Channel[]; readonly chosen: Channel }) {
  const { journeyId } = useView()
  const search = useSearch({ from: '/signed-in/journeys/$journey/communications' })
  return (
    <nav aria-label="Channels" className={styles.tabs}>
      {channels.map((channel) => (
        <Link
          key={channel}
          to="/journeys/$journey/communications"
          params={{ journey: journeyId }}
          search={{ ...periodOf(search), channel, ...(search.goal === undefined ? {} : { goal: search.goal }) }}
          className={styles.tab}
          activeOptions={{ includeSearch: false }}
          aria-current={channel === chosen ? 'page' : undefined}
          data-chosen={channel === chosen}
          data-channel={channel}
        >
          {channelTitle(channel)}
        </Link>
      ))}
    </nav>
  )
}
