import { ActionIcon, Tooltip } from '@mantine/core'
import { Table2, Waypoints } from 'lucide-react'
import { useState } from 'react'
import { downloadUrl } from '@/shared/api/downloads'
import { formatCount } from '@/shared/format/numbers'
import { metricOf } from '@/shared/metrics/catalogue'
import { Card } from '@/shared/ui/Card'
import { Clamped } from '@/shared/ui/Clamped'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { NothingInPeriod } from '@/shared/ui/period/NothingInPeriod'
import { RateBar } from '@/shared/ui/RateBar'
import { Skeleton } from '@/shared/ui/Skeleton'
import { ContributorsCount } from '@/features/dashboards/ContributorsCount'
import type { View } from '@/features/dashboards/useView'
import { FlowGraph } from './FlowGraph'
import styles from './FlowGraph.module.css'
import type { Edge, Flow } from './layout'
import { selectorOf, endsOf, endWords, nameOf, shareOf, targetOf } from './words'

interface FlowCardProps {
  readonly view: View
  readonly flow: Flow | undefined
}

/** The ways of trips as a graph, and the same as a table. */
export function FlowCard({ view, flow }: FlowCardProps) {
  const [asTable, setAsTable] = useState(false)
  const change = asTable ? 'Show as graph' : 'Show as table'
  return (
    <Card
      title="Flow"
      actions={
        <span className={styles.actions}>
          <DownloadButton href={downloadUrl(view.journeyId, view.period, { kind: 'flow' })}>
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
              {asTable ? <Waypoints size={16} aria-hidden="true" /> : <Table2 size={16} aria-hidden="true" />}
            </ActionIcon>
          </Tooltip>
        </span>
      }
    >
      {flow === undefined ? (
        <Skeleton height={240} />
      ) : flow.trips === 0 ? (
        <NothingInPeriod what="trips" hint="A trip begins when a user enters the journey." />
      ) : (
        <>
          <Ends flow={flow} />
          {asTable ? (
            <DataTable label="Passages" columns={columns(flow)} rows={flow.edges} keyOf={keyOf} />
          ) : (
            <FlowGraph flow={flow} />
          )}
        </>
      )}
    </Card>
  )
}

/** How trips end, which is the key to the graph's colours, too: the ends add up to all trips. */
function Ends({ flow }: { readonly flow: Flow }) {
  return (
    <p className={styles.legend}>
      <span>
        <b>{formatCount(flow.trips)}</b> {flow.trips === 1 ? 'trip' : 'trips'}
      </span>
      {endsOf(flow).map(({ end, count }, at) => (
        <span key={end} className={styles.part}>
          {at === 0 ? '=' : '+'} <span data-swatch className={styles.key} data-end={end} /> {formatCount(count)}{' '}
          {endWords[end].toLowerCase()}
        </span>
      ))}
    </p>
  )
}

function keyOf(edge: Edge): string {
  return JSON.stringify([edge.from, edge.to, edge.end])
}

function columns(flow: Flow): readonly Column<Edge>[] {
  const passages = metricOf('passages', 'count')
  return [
    { key: 'from', title: 'From', heads: true, cell: (edge) => <Clamped text={nameOf(flow, edge.from)} /> },
    { key: 'to', title: 'To', wraps: true, cell: (edge) => <Clamped text={targetOf(flow, edge)} /> },
    {
      key: 'count',
      title: passages.title,
      metric: passages,
      align: 'end',
      cell: (edge) => <ContributorsCount selector={selectorOf({ from: edge.from, edge })} count={edge.count} />,
    },
    { key: 'share', title: 'Share', align: 'end', cell: (edge) => <RateBar value={shareOf(flow, edge)} /> },
  ]
}
