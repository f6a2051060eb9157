import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Schemas } from '@/shared/api/client'
import { metricOf } from '@/shared/metrics/catalogue'
import type { Channel } from '@/shared/metrics/channels'
import { ChartCard } from '@/shared/ui/chart/ChartCard'
import { Definition } from '@/shared/ui/Definition'
import { ErrorState } from '@/shared/ui/ErrorState'
import { chartOf } from './charts'
import { DurationCard } from './DurationCard'
import { durationsQuery } from './queries'
import { useView } from './useView'

type Measure = Schemas['DurationMeasure']

/** The durations that a channel's messages have: which answers of users the service knows of. */
function measuresOf(channel: Channel): readonly Measure[] {
  switch (channel) {
    case 'in_app':
      return ['time_to_open', 'time_to_click']
    case 'sms':
      return ['time_to_deliver', 'time_to_click']
    default:
      return ['time_to_deliver', 'time_to_open', 'time_to_click']
  }
}

/** How long a channel's messages take to arrive, to be opened and to be clicked. */
export function ChannelDurations({ channel }: { readonly channel: Channel }) {
  const view = useView()
  const search = useSearch({ from: '/signed-in/journeys/$journey/communications' })
  const navigate = useNavigate({ from: '/journeys/$journey/communications' })
  const measures = measuresOf(channel)
  const measure = measures.find((candidate) => candidate === search.duration) ?? measures[0] ?? 'time_to_deliver'
  return (
    <>
      {measures.includes('time_to_deliver') ? <DeliveryLatency channel={channel} /> : null}
      <DurationCard
        view={view}
        asked={{ measure, channel }}
        choice={
          <NativeSelect
            size="xs"
            aria-label="Measure"
            value={measure}
            data={measures.map((value) => ({ value, label: metricOf('durations', value).title }))}
            onChange={(event) => {
              const duration = event.currentTarget.value
              void navigate({ replace: true, resetScroll: false, search: (before) => ({ ...before, duration }) })
            }}
          />
        }
      />
    </>
  )
}

/** How long deliveries took, over time. */
function DeliveryLatency({ channel }: { readonly channel: Channel }) {
  const view = useView()
  const asked = { measure: 'time_to_deliver', channel } as const
  const { data, error, refetch } = useQuery(durationsQuery(view.journeyId, asked, view.period, view.interval))
  if (error !== null && data === undefined) {
    return <ErrorState problem={error} onRetry={() => void refetch()} />
  }
  return (
    <ChartCard
      title={<Definition metric={metricOf('durations', 'time_to_deliver')} title="Delivery latency" />}
      model={chartOf(
        { title: 'Delivery latency', kind: 'line' },
        view,
        { points: data?.data.series, interval: data?.data.interval, before: undefined, asOf: data?.asOf },
        [
          { key: 'p50', title: 'Median', of: (point) => point.p50_ms },
          { key: 'p95', title: '95th percentile', of: (point) => point.p95_ms },
        ],
        'duration',
      )}
    />
  )
}
