import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSession } from '@/shared/api/session'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Skeleton } from '@/shared/ui/Skeleton'
import { ExportEntry } from './ExportEntry'
import styles from './ExportList.module.css'
import { exportListQuery } from './exportQueries'

/** The tenant's exports, the latest first. */
export function ExportList() {
  const list = useInfiniteQuery(exportListQuery)
  const { tenant } = useSession()
  const found = list.data?.pages.flatMap((page) => page.exports)
  if (found === undefined) {
    return list.isError ? (
      <ErrorState problem={list.error} onRetry={() => void list.refetch()} />
    ) : (
      <div className={styles.list} aria-busy="true">
        {Array.from({ length: 3 }, (_, at) => (
          <Skeleton key={at} height={104} />
        ))}
      </div>
    )
  }
  if (found.length === 0) {
    return (
      <EmptyState title="No exports yet">
        Files that you request appear here, such as with “Export statistics” above the list of journeys.
      </EmptyState>
    )
  }
  return (
    <>
      <p className={styles.lead}>
        Exports requested by anyone at {tenant.name}. Times in {tenant.time_zone}.
      </p>
      {list.isError ? <ErrorState problem={list.error} onRetry={() => void list.refetch()} /> : null}
      <ul className={styles.list} aria-label="Exports">
        {found.map((entry) => (
          <ExportEntry key={entry.id} entry={entry} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </>
  )
}
