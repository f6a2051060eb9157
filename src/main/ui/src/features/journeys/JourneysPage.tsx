import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Schemas } from '@/shared/api/client'
import { useSession } from '@/shared/api/session'
import { formatCount } from '@/shared/format/numbers'
import { formatDay } from '@/shared/format/times'
import { metricsOf } from '@/shared/metrics/catalogue'
import { Card } from '@/shared/ui/Card'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { statusWords, typeWords } from '@/shared/words/journeys'
import { journeyListQuery, readJourneyList } from './journeyList'
import styles from './JourneysPage.module.css'

type Row = Schemas['JourneyRow']

/** All journeys with their headline numbers. */
export function JourneysPage() {
  usePageTitle('Journeys')
  const search = useSearch({ from: '/signed-in/journeys' })
  const navigate = useNavigate({ from: '/journeys' })
  const { tenant } = useSession()
  const list = useInfiniteQuery({ ...journeyListQuery(search), placeholderData: keepPreviousData })
  const rows = list.data?.pages.flatMap((page) => page.journeys)
  return (
    <div className={styles.page}>
      <h1>Journeys</h1>
      <Card flush>
        {list.isError && rows === undefined ? (
          <ErrorState problem={list.error} onRetry={() => void list.refetch()} />
        ) : (
          <DataTable
            label="Journeys"
            columns={columns(tenant.time_zone)}
            rows={rows}
            keyOf={(row) => row.id}
            sort={search.sort}
            onSort={(sort) => {
              void navigate({ search: (before) => readJourneyList({ ...before, sort }) })
            }}
            empty={<EmptyState title="No journeys">Journeys appear here as soon as they are created.</EmptyState>}
          />
        )}
      </Card>
      {list.hasNextPage ? (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </div>
  )
}

function columns(timeZone: string): readonly Column<Row>[] {
  return [
    {
      key: 'title',
      title: 'Title',
      heads: true,
      sortable: true,
      cell: (row) => (
        <Link to="/journeys/$journey" params={{ journey: row.id }}>
          {row.title}
        </Link>
      ),
    },
    {
      key: 'status',
      title: 'Status',
      cell: (row) => <StatusBadge tone={statusWords[row.status].tone}>{statusWords[row.status].title}</StatusBadge>,
    },
    { key: 'category', title: 'Category', cell: (row) => row.category ?? '' },
    { key: 'type', title: 'Type', cell: (row) => typeWords[row.type] },
    { key: 'created_at', title: 'Created', sortable: true, cell: (row) => formatDay(row.created_at, timeZone) },
    ...metricsOf('journey_list').map((metric): Column<Row> => ({
      key: metric.key,
      title: metric.title,
      metric,
      align: 'end',
      cell: (row) => formatCount(row[metric.key as 'entrances']),
    })),
  ]
}
