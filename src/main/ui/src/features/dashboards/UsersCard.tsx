import { NativeSelect } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { downloadUrl } from '@/shared/api/downloads'
import { useMayManage } from '@/shared/api/session'
import { Card } from '@/shared/ui/Card'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { SearchField } from '@/shared/ui/SearchField'
import { VirtualTable } from '@/shared/ui/VirtualTable'
import { readUsers, type UsersSearch } from '@/shared/url/views'
import { userStateWords } from '@/shared/words/journeys'
import { EraseDialog } from './EraseDialog'
import { usersQuery } from './queries'
import { userColumns } from './userColumns'
import styles from './UsersCard.module.css'
import { useView } from './useView'

/** The users who entered, with search and filter. */
export function UsersCard() {
  const { journeyId, period, timeZone } = useView()
  const { search, status } = useSearch({ from: '/signed-in/journeys/$journey/audience' })
  const users = useInfiniteQuery(
    usersQuery(journeyId, period, {
      ...(search === undefined ? {} : { search }),
      ...(status === undefined ? {} : { status }),
    }),
  )
  const rows = useMemo(() => users.data?.pages.flatMap((page) => page.data.users), [users.data])
  const [erased, setErased] = useState<string>()
  const mayErase = useMayManage()
  const columns = useMemo(() => userColumns(timeZone, mayErase ? setErased : undefined), [timeZone, mayErase])
  const filtered = search !== undefined || status !== undefined
  return (
    <div id="users">
      <Card
        flush
        title="Users"
        actions={
          <div className={styles.filters}>
            <Filters search={search} status={status} />
            <DownloadButton href={downloadUrl(journeyId, period, { kind: 'users', search, status })}>
              Export CSV
            </DownloadButton>
          </div>
        }
      >
        {users.isError && rows === undefined ? (
          <ErrorState problem={users.error} onRetry={() => void users.refetch()} />
        ) : (
          <VirtualTable
            label="Users"
            columns={columns}
            rows={rows}
            keyOf={(user) => user.user_id}
            hasMore={users.hasNextPage}
            loadingMore={users.isFetchingNextPage}
            onMore={() => void users.fetchNextPage({ cancelRefetch: false })}
            empty={
              filtered ? (
                <EmptyState title="No users match">
                  The beginning of a user ID or of a device’s ID finds users; other filters may find more.
                </EmptyState>
              ) : (
                <EmptyState
                  title={period.period === 'all' ? 'No users have entered yet' : 'No users entered in this period'}
                >
                  Users appear here as soon as they enter the journey.
                </EmptyState>
              )
            }
          />
        )}
      </Card>
      <EraseDialog
        userId={erased}
        onClose={() => {
          setErased(undefined)
        }}
      />
    </div>
  )
}

function Filters({
  search = '',
  status = '',
}: {
  readonly search: string | undefined
  readonly status: string | undefined
}) {
  const navigate = useNavigate({ from: '/journeys/$journey/audience' })
  const go = (change: Partial<Record<keyof UsersSearch, string>>) => {
    void navigate({
      replace: true,
      resetScroll: false,
      search: ({ search: searched, status: chosen, ...others }) => ({
        ...others,
        ...readUsers({ search: searched, status: chosen, ...change }),
      }),
    })
  }
  return (
    <>
      <SearchField
        label="Search by user ID or HWID"
        placeholder="User ID or HWID"
        value={search}
        onSearch={(text) => {
          go({ search: text })
        }}
      />
      <NativeSelect
        size="xs"
        aria-label="Status"
        value={status}
        onChange={(event) => {
          go({ status: event.currentTarget.value })
        }}
        data={[
          { value: '', label: 'Any status' },
          ...Object.entries(userStateWords).map(([value, { title }]) => ({ value, label: title })),
        ]}
      />
    </>
  )
}
