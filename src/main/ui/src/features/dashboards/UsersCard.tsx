import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { downloadUrl } from '@/shared/api/downloads'
import { useMayManage } from '@/shared/api/session'
import { Card } from '@/shared/ui/Card'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { VirtualTable } from '@/shared/ui/VirtualTable'
import { readUsers, type UsersSearch } from '@/shared/url/views'
import { userStateWords } from '@/shared/words/journeys'
import { EraseDialog } from './EraseDialog'
import { usersQuery } from './queries'
import { userColumns } from './userColumns'
import styles from './UsersCard.module.css'
import { useView } from './useView'

const TYPED = 300

/** The users who entered, however many they are. */
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
                  title={period.period === undefined ? 'No users have entered yet' : 'No users entered in this period'}
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
  const [typed, setTyped] = useState(search)
  const go = (change: Partial<Record<keyof UsersSearch, string>>) => {
    void navigate({
      replace: true,
      resetScroll: false,
      search: (before) => {
        const { search: _search, status: _status, ...others } = before
        return { ...others, ...readUsers({ search: typed, status, ...change }) }
      },
    })
  }
  const goLater = useDebouncedCallback(go, TYPED)
  return (
    <>
      <TextInput
        size="xs"
        type="search"
        aria-label="Search by user ID or HWID"
        placeholder="User ID or HWID"
        leftSection={<Search size={14} aria-hidden="true" />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          goLater({ search: event.currentTarget.value })
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
