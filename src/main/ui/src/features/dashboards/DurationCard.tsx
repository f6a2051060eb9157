import { ActionIcon, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ChartColumn, Table2 } from 'lucide-react'
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { Schemas } from '@/shared/api/client'
import { downloadUrl } from '@/shared/api/downloads'
import { formatCount, formatDuration, formatRate } from '@/shared/format/numbers'
import { metricOf } from '@/shared/metrics/catalogue'
import { Card } from '@/shared/ui/Card'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { Definition } from '@/shared/ui/Definition'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { ErrorState } from '@/shared/ui/ErrorState'
import { NothingInPeriod } from '@/shared/ui/period/NothingInPeriod'
import { Skeleton } from '@/shared/ui/Skeleton'
import { countedWords } from '@/shared/words/durations'
import { ContributorsLink } from './ContributorsLink'
import styles from './DurationCard.module.css'
import { durationsQuery, type AskedDuration } from './queries'
import type { View } from './useView'

type Durations = Schemas['Durations']
type Bar = Schemas['DurationBar']

interface DurationCardProps {
  readonly view: View
  readonly asked: AskedDuration
  /** A control that chooses what is measured. */
  readonly choice?: ReactNode
}

/** How long something takes: a histogram with the median marked, and the same as a table. */
export function DurationCard({ view, asked, choice }: DurationCardProps) {
  const [asTable, setAsTable] = useState(false)
  const metric = metricOf('durations', asked.measure)
  const { title } = metric
  const durations = useQuery(durationsQuery(view.journeyId, asked, view.period, view.interval))
  const data = durations.data?.data
  const change = asTable ? 'Show as histogram' : 'Show as table'
  const { measure, goal, channel, step } = asked
  return (
    <Card
      title={<Definition metric={metric} />}
      actions={
        <span className={styles.actions}>
          {choice}
          <DownloadButton
            about={title}
            href={downloadUrl(view.journeyId, view.period, {
              kind: 'durations',
              table: 'histogram',
              parameters: {
                measure,
                ...(goal === undefined ? {} : { goal }),
                ...(channel === undefined ? {} : { channel }),
                ...(step === undefined ? {} : { step_id: step }),
              },
            })}
          >
            Download CSV
          </DownloadButton>
          <Tooltip label={change}>
            <ActionIcon
              variant="subtle"
              aria-label={change}
              aria-pressed={asTable}
              onClick={() => {
                setAsTable(!asTable)
              }}
            >
              {asTable ? <ChartColumn size={16} aria-hidden="true" /> : <Table2 size={16} aria-hidden="true" />}
            </ActionIcon>
          </Tooltip>
        </span>
      }
    >
      {durations.isError && data === undefined ? (
        <ErrorState problem={durations.error} onRetry={() => void durations.refetch()} />
      ) : data === undefined ? (
        <Skeleton height={180} />
      ) : data.count === 0 && data.negative === 0 ? (
        <NothingInPeriod what="times" hint="They appear as soon as both events have happened." />
      ) : asTable ? (
        <DataTable
          label={title}
          columns={columns(data)}
          rows={data.histogram}
          keyOf={(bar) => String(bar.up_to_ms)}
          cards={false}
        />
      ) : (
        <>
          <Summary data={data} asked={asked} />
          <Histogram title={title} data={data} />
        </>
      )}
    </Card>
  )
}

function Summary({ data, asked }: { readonly data: Durations; readonly asked: AskedDuration }) {
  const { measure, ...of } = asked
  const percentiles = data.percentiles_ms
  return (
    <p className={styles.summary}>
      <span>
        Median <b>{formatDuration(percentiles['50'])}</b>
      </span>
      <span>
        95% within <b>{formatDuration(percentiles['95'])}</b>
      </span>
      <span>
        Mean <b>{formatDuration(data.mean_ms)}</b>
      </span>
      <span>
        of <ContributorsLink selector={{ metric: measure, ...of }}>{formatCount(data.count)}</ContributorsLink>{' '}
        {countedWords[measure]}
      </span>
      {data.negative === 0 ? null : (
        <span>
          <ContributorsLink selector={{ metric: `${measure}_negative`, ...of }}>
            {formatCount(data.negative)}
          </ContributorsLink>{' '}
          have an end before their start, and are left out
        </span>
      )}
    </p>
  )
}

function Histogram({ title, data }: { readonly title: string; readonly data: Durations }) {
  const most = Math.max(...data.histogram.map((bar) => bar.count), 1)
  const median = data.percentiles_ms['50'] ?? null
  const medianAt =
    median === null ? -1 : data.histogram.findIndex((bar) => bar.up_to_ms === null || median <= bar.up_to_ms)
  const place = useRef<HTMLDivElement>(null)
  // Where there is not room for all bars, those in the middle are what one wants to see.
  useLayoutEffect(() => {
    const bar = place.current?.querySelector<HTMLElement>('[data-median=true]')
    if (place.current !== null && bar != null) {
      place.current.scrollLeft = bar.offsetLeft - (place.current.clientWidth - bar.clientWidth) / 2
    }
  }, [medianAt])
  return (
    <div ref={place} className={styles.scroll} role="region" aria-label={`${title}, histogram`} tabIndex={0}>
      <ol className={styles.histogram}>
        {data.histogram.map((bar, at) => (
          <li
            key={String(bar.up_to_ms)}
            className={styles.bar}
            data-median={at === medianAt}
            title={`${boundWords(data.histogram, at)}: ${formatCount(bar.count)}, ${formatRate(shareOf(data, bar))}`}
          >
            <span className={styles.count}>{bar.count === 0 ? '' : formatRate(shareOf(data, bar))}</span>
            <span data-swatch className={styles.column} style={{ height: `${String((bar.count / most) * 120)}px` }} />
            <span className={styles.bound}>{bar.up_to_ms === null ? 'more' : formatDuration(bar.up_to_ms)}</span>
            {at === medianAt ? <span className={styles.median}>median</span> : null}
          </li>
        ))}
      </ol>
    </div>
  )
}

function shareOf(data: Durations, bar: Bar): number | null {
  return data.count === 0 ? null : bar.count / data.count
}

/** Between which times the values of a bar are. */
function boundWords(bars: readonly Bar[], at: number): string {
  const above = bars[at - 1]?.up_to_ms
  const upTo = bars[at]?.up_to_ms ?? null
  return upTo === null
    ? `More than ${formatDuration(above)}`
    : above === undefined
      ? `Up to ${formatDuration(upTo)}`
      : `${formatDuration(above)} to ${formatDuration(upTo)}`
}

function columns(data: Durations): readonly Column<Bar>[] {
  return [
    { key: 'time', title: 'Time', heads: true, cell: (bar) => boundWords(data.histogram, data.histogram.indexOf(bar)) },
    { key: 'count', title: 'Count', align: 'end', cell: (bar) => formatCount(bar.count) },
    { key: 'share', title: 'Share', align: 'end', cell: (bar) => formatRate(shareOf(data, bar)) },
  ]
}
