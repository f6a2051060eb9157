import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Schemas } from '@/shared/api/client'
import { formatRate } from '@/shared/format/numbers'
import { channelTitle, type Channel } from '@/shared/metrics/channels'
import { Card } from '@/shared/ui/Card'
import { ChartBody } from '@/shared/ui/chart/ChartBody'
import { Definition } from '@/shared/ui/Definition'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Skeleton } from '@/shared/ui/Skeleton'
import { periodOf } from '@/shared/url/period'
import { ContributorsCount } from './ContributorsCount'
import { channelMetric, headlines } from './channelMetrics'
import styles from './ChannelsCard.module.css'
import { SectionLink } from './SectionLink'
import { messagesChart } from './healthCharts'
import type { OverviewCardProps } from './useOverview'

/** How each channel performs, at a glance. */
export function ChannelsCard({ view, overview }: OverviewCardProps) {
  const { now, data, problem } = overview
  return (
    <Card title={<SectionLink section="communications">Communications</SectionLink>}>
      {problem !== null ? (
        <ErrorState problem={problem} onRetry={() => void now.refetch()} />
      ) : data === undefined ? (
        <Skeleton height={132} />
      ) : data.channels.length === 0 ? (
        <EmptyState title="No messages yet">
          Figures of each channel appear here once the journey has a message step, or a message is sent.
        </EmptyState>
      ) : (
        <>
          <ul className={styles.channels}>
            {data.channels.map((summary) => (
              <ChannelLine key={summary.channel} journeyId={view.journeyId} summary={summary} />
            ))}
          </ul>
          <MessagesChart view={view} overview={overview} />
        </>
      )}
    </Card>
  )
}

function MessagesChart({ view, overview: { now, data, before } }: OverviewCardProps) {
  return (
    <ChartBody
      size="small"
      model={messagesChart(view, {
        points: data?.health.series,
        interval: data?.health.interval,
        before: before?.health.series,
        asOf: now.data?.asOf,
      })}
    />
  )
}

interface ChannelLineProps {
  readonly journeyId: string
  readonly summary: Schemas['ChannelSummary']
}

function ChannelLine({ journeyId, summary: { channel, metrics: numbers } }: ChannelLineProps) {
  const search = useSearch({ from: '/signed-in/journeys/$journey' })
  const metrics: Partial<Record<string, number | null>> = numbers
  const { count, rate } = headlines[channel]
  return (
    <li className={styles.channel}>
      <Link
        to="/journeys/$journey/communications"
        params={{ journey: journeyId }}
        search={{ ...periodOf(search), channel }}
        className={styles.name}
      >
        <span data-swatch className={styles.dot} style={{ background: `var(--${channel.replace('_', '-')})` }} />
        {channelTitle(channel)}
      </Link>
      <Value
        channel={channel}
        metric={count}
        value={metrics[count]}
        show={(value) => <ContributorsCount selector={{ metric: count, channel }} count={value} />}
      />
      <Value channel={channel} metric={rate} value={metrics[rate]} show={formatRate} />
      <Value channel={channel} metric="delivery_issue_rate" value={metrics.delivery_issue_rate} show={formatRate} />
    </li>
  )
}

interface ValueProps {
  readonly channel: Channel
  readonly metric: string
  readonly value: number | null | undefined
  readonly show: (value: number | null) => ReactNode
}

function Value({ channel, metric: key, value, show }: ValueProps) {
  const metric = channelMetric(channel, key)
  return (
    <span className={styles.value}>
      <span className={styles.number}>{value === undefined ? <Skeleton height={16} width={52} /> : show(value)}</span>
      <span className={styles.label}>{metric === undefined ? null : <Definition metric={metric} />}</span>
    </span>
  )
}
