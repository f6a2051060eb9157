import { Button } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Schemas } from '@/shared/api/client'
import { useSession } from '@/shared/api/session'
import { formatCount } from '@/shared/format/numbers'
import { formatDay } from '@/shared/format/times'
import { metricsOf } from '@/shared/metrics/catalogue'
import { Card } from '@/shared/ui/Card'
import { Clamped } from '@/shared/ui/Clamped'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { periodOf, type PeriodSearch } from '@/shared/url/period'
import { statusWords, typeWords } from '@/shared/words/journeys'
import { JourneyFilters } from './JourneyFilters'
import {
  isFiltered,
  isTypingOn,
  journeyListQuery,
  NO_FILTERS,
  USUAL_SORT,
  withJourneyList,
  type JourneyListChange,
  type JourneyListSearch,
} from './journeyList'
import styles from './JourneysPage.module.css'

type Row = Schemas['JourneyRow']

interface JourneysPageProps {
  /** Actions on the journeys shown; `total` is their number on all pages. */
  readonly actions: (shown: JourneyListSearch, total: number | undefined) => ReactNode
}

/** All journeys with their headline numbers. */
export function JourneysPage({ actions }: JourneysPageProps) {
  usePageTitle('Journeys')
  const search = useSearch({ from: '/signed-in/journeys' })
  const { tenant } = useSession()
  const list = useInfiniteQuery({ ...journeyListQuery(search), placeholderData: keepPreviousData })
  const rows = list.data?.pages.flatMap((page) => page.journeys)
  const total = list.data?.pages.at(-1)?.total
  const change = useChange()
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.title}>
          <h1>Journeys</h1>
          <p className={styles.count} role="status">
            {rows === undefined || total === undefined ? '' : countInWords(rows.length, total)}
          </p>
        </div>
        {actions(search, total)}
      </div>
      <JourneyFilters search={search} onChange={change} />
      <div className={styles.list} aria-busy={list.isPlaceholderData}>
        <Card flush>
          {list.isError && rows === undefined ? (
            <ErrorState problem={list.error} onRetry={() => void list.refetch()} />
          ) : (
            <DataTable
              label="Journeys"
              columns={columns(tenant.time_zone, periodOf(search))}
              rows={rows}
              keyOf={(row) => row.id}
              sort={search.sort ?? USUAL_SORT}
              onSort={(sort) => {
                change({ sort })
              }}
              empty={
                <NoJourneys
                  filtered={isFiltered(search)}
                  onClear={() => {
                    change(NO_FILTERS)
                  }}
                />
              }
            />
          )}
        </Card>
      </div>
      {list.hasNextPage ? (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </div>
  )
}

/** Goes to the address of another choice. */
function useChange(): (change: JourneyListChange) => void {
  const navigate = useNavigate({ from: '/journeys' })
  const search = useSearch({ from: '/signed-in/journeys' })
  return (change) => {
    void navigate({
      replace: isTypingOn(search, change),
      resetScroll: false,
      search: (before) => withJourneyList(before, change),
    })
  }
}

function countInWords(shown: number, total: number): string {
  const all = `${formatCount(total)} ${total === 1 ? 'journey' : 'journeys'}`
  return shown < total ? `${formatCount(shown)} of ${all}` : all
}

function NoJourneys({ filtered, onClear }: { readonly filtered: boolean; readonly onClear: () => void }) {
  return filtered ? (
    <EmptyState
      title="No journey matches"
      action={
        <Button variant="default" size="xs" onClick={onClear}>
          Show all journeys
        </Button>
      }
    >
      Other filters, or another part of the title, may find some.
    </EmptyState>
  ) : (
    <EmptyState title="No journeys yet">Journeys appear here as soon as they are created.</EmptyState>
  )
}

function columns(timeZone: string, period: PeriodSearch): readonly Column<Row>[] {
  return [
    {
      key: 'title',
      title: 'Title',
      heads: true,
      sortable: true,
      ascendsFirst: true,
      cell: (row) => (
        <Clamped text={row.title}>
          <Link to="/journeys/$journey" params={{ journey: row.id }} search={period}>
            {row.title}
          </Link>
        </Clamped>
      ),
    },
    {
      key: 'status',
      title: 'Status',
      sortable: true,
      ascendsFirst: true,
      cell: (row) => <StatusBadge tone={statusWords[row.status].tone}>{statusWords[row.status].title}</StatusBadge>,
    },
    { key: 'category', title: 'Category', sortable: true, ascendsFirst: true, cell: (row) => row.category ?? '' },
    { key: 'type', title: 'Type', sortable: true, ascendsFirst: true, cell: (row) => typeWords[row.type] },
    { key: 'created_at', title: 'Created', sortable: true, cell: (row) => formatDay(row.created_at, timeZone) },
    ...metricsOf('journey_list').map((metric): Column<Row> => ({
      key: metric.key,
      title: metric.title,
      metric,
      align: 'end',
      sortable: true,
      cell: (row) => formatCount(row[metric.key as 'entrances']),
    })),
  ]
}
