import { useQuery } from '@tanstack/react-query'
import type { Schemas } from '@/shared/api/client'
import { formatCount, formatRate, formatSize, NOTHING } from '@/shared/format/numbers'
import { formatDate } from '@/shared/format/times'
import { Card } from '@/shared/ui/Card'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { usageQuery } from './tenantQueries'
import styles from './TenantSettings.module.css'

type Limit = Schemas['LimitUsage']
type Day = Schemas['DayUsage']

const names: Record<Limit['limit'], string> = {
  journeys: 'Journeys',
  definition_bytes: 'Definitions of journeys',
  keys: 'API keys',
  revisions: 'Changes of one journey',
  rejected_events: 'Rejected events kept',
  rejected_bytes: 'Size of rejected events',
  events_per_day: 'Events accepted today (UTC)',
  stored_events: 'Stored events',
}

/** What the tenant may have, and has. */
export function UsageCard({ tenantId }: { readonly tenantId: string }) {
  const usage = useQuery(usageQuery(tenantId))
  if (usage.isError && usage.data === undefined) {
    return (
      <Card title="Usage">
        <ErrorState problem={usage.error} onRetry={() => void usage.refetch()} />
      </Card>
    )
  }
  return (
    <>
      <Card flush title="Usage">
        <DataTable
          label="Usage"
          columns={limitColumns}
          rows={usage.data?.limits}
          keyOf={(row) => row.limit}
          expectedRows={8}
        />
        <p className={styles.note}>
          {usage.data === undefined
            ? 'Counting…'
            : `Events take about ${formatSize(usage.data.stored_bytes)}, with all that is derived from them. The operator of the service sets the limits.`}
        </p>
      </Card>
      <Card flush title="Accepted events by day">
        <DataTable
          label="Accepted events by day"
          columns={dayColumns}
          rows={usage.data?.events_by_day}
          keyOf={(row) => row.day}
          empty={
            <EmptyState title="No events">None that are still stored were accepted in the last 31 days.</EmptyState>
          }
        />
        <p className={styles.note}>Days in UTC. Events that are no longer kept are not counted.</p>
      </Card>
    </>
  )
}

const limitColumns: readonly Column<Limit>[] = [
  { key: 'limit', title: 'Of', heads: true, cell: (row) => names[row.limit] },
  { key: 'used', title: 'Used', align: 'end', cell: (row) => amount(row, row.used) },
  {
    key: 'maximum',
    title: 'Limit',
    align: 'end',
    cell: (row) => (row.maximum === null ? 'None' : amount(row, row.maximum)),
  },
  {
    key: 'share',
    title: 'Share',
    align: 'end',
    cell: (row) => (row.maximum === null || row.maximum === 0 ? NOTHING : formatRate(row.used / row.maximum)),
  },
]

const dayColumns: readonly Column<Day>[] = [
  { key: 'day', title: 'Day', heads: true, cell: (row) => formatDate(row.day) },
  { key: 'accepted', title: 'Accepted', align: 'end', cell: (row) => formatCount(row.accepted) },
]

function amount({ limit }: Limit, value: number): string {
  return limit.endsWith('_bytes') ? formatSize(value) : formatCount(value)
}
