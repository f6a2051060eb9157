import { ActionIcon } from '@mantine/core'
import { Trash2 } from 'lucide-react'
import type { Schemas } from '@/shared/api/client'
import { formatCount } from '@/shared/format/numbers'
import { formatMoment } from '@/shared/format/times'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import type { VirtualColumn } from '@/shared/ui/VirtualTable'
import { userStateWords } from '@/shared/words/journeys'
import { UserLink } from './UserLink'
import styles from './userColumns.module.css'

type User = Schemas['User']

/**
 * The columns of the user list; times are in the time zone.
 *
 * @param onErase asks whether a user is to be erased; undefined where that is not allowed
 */
export function userColumns(
  timeZone: string,
  onErase: ((userId: string) => void) | undefined,
): readonly VirtualColumn<User>[] {
  return [
    {
      key: 'user',
      title: 'User ID / HWID',
      width: 'minmax(190px, 2fr)',
      heads: true,
      cell: (user) => (
        <>
          <UserLink userId={user.user_id} />
          {user.hwid === null ? null : <span className={styles.device}>{user.hwid}</span>}
        </>
      ),
    },
    {
      key: 'status',
      title: 'Status',
      width: '124px',
      cell: (user) => (
        <StatusBadge tone={userStateWords[user.status].tone}>{userStateWords[user.status].title}</StatusBadge>
      ),
    },
    { key: 'step', title: 'Last step', width: 'minmax(160px, 2fr)', card: 'line', cell: (user) => user.last_step },
    {
      key: 'entrances',
      title: 'Entrances',
      width: '92px',
      align: 'end',
      cell: (user) => formatCount(user.entrances),
    },
    {
      key: 'entered',
      title: 'Last entered',
      width: '156px',
      card: 'line',
      align: 'end',
      cell: (user) => formatMoment(user.last_entered_at, timeZone),
    },
    {
      key: 'updated',
      title: 'Updated',
      width: '156px',
      card: 'line',
      align: 'end',
      cell: (user) => formatMoment(user.updated_at, timeZone),
    },
    ...(onErase === undefined ? [] : [eraseColumn(onErase)]),
  ]
}

function eraseColumn(onErase: (userId: string) => void): VirtualColumn<User> {
  return {
    key: 'erase',
    title: 'Erase',
    width: '60px',
    card: 'corner',
    align: 'end',
    cell: (user) => (
      <ActionIcon
        variant="subtle"
        color="gray"
        size={24}
        aria-label={`Erase ${user.user_id}`}
        onClick={() => {
          onErase(user.user_id)
        }}
      >
        <Trash2 size={14} aria-hidden="true" />
      </ActionIcon>
    ),
  }
}
