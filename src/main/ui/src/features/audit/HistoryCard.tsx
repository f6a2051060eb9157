import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useKeyNames } from '@/shared/api/keys'
import { useSession } from '@/shared/api/session'
import { formatCount } from '@/shared/format/numbers'
import { formatMoment } from '@/shared/format/times'
import { Card } from '@/shared/ui/Card'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { authorInWords } from '@/shared/words/authors'
import { readHistory, tenantHistoryQuery } from './history'
import styles from './HistoryCard.module.css'
import { entryInWords, kindWords, type Entry } from './words'

/** Changes, reads, downloads and sign-ins of the tenant, latest first. */
export function HistoryCard() {
  const { kind } = useSearch({ from: '/signed-in/settings/history' })
  const { tenant, key_id: ownKey, role } = useSession()
  const history = useInfiniteQuery({
    ...tenantHistoryQuery(tenant.id, readHistory({ kind })),
    placeholderData: keepPreviousData,
    enabled: role === 'admin',
  })
  const names = useKeyNames()
  const rows = history.data?.pages.flatMap((page) => page.changes)
  const removed = history.data?.pages.at(-1)?.removed ?? 0
  if (role !== 'admin') {
    return (
      <EmptyState title="Only administrators see the history">
        Sign in with a key of the role “admin” to see who did what.
      </EmptyState>
    )
  }
  return (
    <>
      <div className={styles.card} aria-busy={history.isPlaceholderData}>
        <Card flush title="History" actions={<KindFilter />}>
          {history.isError && rows === undefined ? (
            <ErrorState problem={history.error} onRetry={() => void history.refetch()} />
          ) : (
            <>
              <DataTable
                label="History"
                columns={columns(tenant.time_zone, ({ by, access }) =>
                  authorInWords(by, ownKey, new Map([[by, access?.key_name ?? by], ...names])),
                )}
                rows={rows}
                keyOf={keyOf}
                empty={
                  <EmptyState title="Nothing of this kind yet">
                    What people and programs do with the tenant’s keys appears here.
                  </EmptyState>
                }
              />
              <p className={styles.note}>
                Times in {tenant.time_zone}. What one key does alike within a minute is one entry.
                {removed > 0 ? ` ${formatCount(removed)} older entries made room for newer ones.` : ''}
              </p>
            </>
          )}
        </Card>
      </div>
      {history.hasNextPage ? (
        <Button
          className={styles.more ?? ''}
          variant="default"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          Show more
        </Button>
      ) : null}
    </>
  )
}

function KindFilter() {
  const { kind = '' } = useSearch({ from: '/signed-in/settings/history' })
  const navigate = useNavigate({ from: '/settings/history' })
  return (
    <NativeSelect
      size="xs"
      aria-label="Kind"
      value={kind}
      data={[
        { value: '', label: 'Everything' },
        ...Object.entries(kindWords).map(([value, label]) => ({ value, label })),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        void navigate({
          resetScroll: false,
          search: ({ kind: _, ...others }) => ({ ...others, ...readHistory({ kind: chosen }) }),
        })
      }}
    />
  )
}

/** No two entries of a key are of the same kind and thing, and begin at the same time. */
function keyOf(entry: Entry): string {
  return JSON.stringify([entry.at, entry.change, entry.by, entry.key_id, entry.journey_id, entry.access])
}

function columns(timeZone: string, author: (entry: Entry) => string): readonly Column<Entry>[] {
  return [
    { key: 'what', title: 'What', heads: true, cell: entryInWords },
    { key: 'at', title: 'When', cell: ({ at }) => formatMoment(at, timeZone) },
    { key: 'by', title: 'By the key', cell: author },
    { key: 'from', title: 'From', cell: ({ access }) => access?.address ?? '' },
    {
      key: 'journey',
      title: 'Journey',
      cell: ({ change, journey_id: journey }) =>
        journey === null ? (
          ''
        ) : change === 'journey_deleted' ? (
          journey.slice(0, SHORT)
        ) : (
          <Link to="/journeys/$journey" params={{ journey }} aria-label={`Journey ${journey}`}>
            {journey.slice(0, SHORT)}
          </Link>
        ),
    },
    {
      key: 'count',
      title: 'Times',
      align: 'end',
      cell: ({ access }) => (access === null ? '' : formatCount(access.count)),
    },
  ]
}

/** How many characters of an id identify a journey. */
const SHORT = 8
