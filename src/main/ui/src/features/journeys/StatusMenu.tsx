import { Button, Menu, Tooltip } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import {
  ChevronDown,
  CircleCheck,
  Copy,
  OctagonX,
  Pause,
  PencilLine,
  Play,
  Trash2,
  type LucideIcon,
} from 'lucide-react'
import { useRef, useState } from 'react'
import type { VersionedJourney } from '@/shared/api/journeys'
import { useMayManage } from '@/shared/api/session'
import { ActionMenu } from '@/shared/ui/ActionMenu'
import { InlineProblem } from '@/shared/ui/InlineProblem'
import { StatusBadge } from '@/shared/ui/StatusBadge'
import { READ_ONLY, statusWords } from '@/shared/words/journeys'
import { useClone } from './changes'
import { DeleteDialog } from './DeleteDialog'
import { isDeletable, isFinal, movesFrom, type Move } from './lifeCycle'
import { askedMoves, MoveDialog } from './MoveDialog'
import { problemInWords } from './problems'
import { RenameDialog } from './RenameDialog'
import styles from './StatusMenu.module.css'
import { StopDialog } from './StopDialog'

type Dialog = 'rename' | 'delete' | Move

interface StatusMenuProps {
  readonly current: VersionedJourney
}

/** A journey's status, with a menu of the actions on the journey if the key of the session allows them. */
export function StatusMenu({ current }: StatusMenuProps) {
  return useMayManage() ? <ManagedStatus current={current} /> : <FixedStatus current={current} />
}

function FixedStatus({ current: { journey } }: StatusMenuProps) {
  const { title, tone } = statusWords[journey.status]
  return (
    <Tooltip label={READ_ONLY}>
      <button type="button" className={styles.fixed}>
        <span className="visually-hidden">Status: </span>
        <StatusBadge tone={tone}>{title}</StatusBadge>
      </button>
    </Tooltip>
  )
}

/** The status as a menu; every change of it asks first. */
function ManagedStatus({ current }: StatusMenuProps) {
  const { journey } = current
  const target = useRef<HTMLButtonElement>(null)
  const [dialog, setDialog] = useState<Dialog>()
  const clone = useClone(journey.id)
  const navigate = useNavigate()
  const { title, tone } = statusWords[journey.status]
  const pending = clone.isPending
  const begin = (chosen: Dialog | 'clone') => {
    clone.reset()
    if (chosen === 'clone') {
      clone.mutate(undefined, {
        onSuccess: ({ journey: { id } }) =>
          void navigate({ to: '/journeys/$journey/settings', params: { journey: id } }),
      })
    } else {
      setDialog(chosen)
    }
  }
  const dialogProps = {
    current,
    onClose: () => {
      setDialog(undefined)
    },
    returnTo: target,
  }
  return (
    <>
      {/* Where it is opened, so that it belongs to the page's content. */}
      <ActionMenu withinPortal={false}>
        <Menu.Target>
          <button ref={target} type="button" className={styles.target} data-pending={pending}>
            <span className="visually-hidden">Status: </span>
            <StatusBadge tone={tone}>{title}</StatusBadge>
            <ChevronDown size={14} aria-hidden="true" />
          </button>
        </Menu.Target>
        <Actions current={current} pending={pending} onChoose={begin} />
      </ActionMenu>
      <p role="status" className="visually-hidden">
        {clone.data === undefined ? '' : `This is the clone, a new draft: ${clone.data.journey.title}.`}
      </p>
      <MenuProblem
        error={clone.error}
        onDismiss={() => {
          clone.reset()
          target.current?.focus()
        }}
      />
      <RenameDialog {...dialogProps} opened={dialog === 'rename'} />
      {askedMoves.map((move) => (
        <MoveDialog key={move} {...dialogProps} move={move} opened={dialog === move} />
      ))}
      <StopDialog {...dialogProps} opened={dialog === 'stop'} />
      <DeleteDialog
        {...dialogProps}
        opened={dialog === 'delete'}
        onDeleted={() => void navigate({ to: '/journeys' })}
      />
    </>
  )
}

interface MenuProblemProps {
  readonly error: Error | null
  readonly onDismiss: () => void
}

function MenuProblem({ error, onDismiss }: MenuProblemProps) {
  return error === null ? null : (
    <div className={styles.problem}>
      <InlineProblem
        actions={
          <Button variant="default" size="xs" onClick={onDismiss}>
            Dismiss
          </Button>
        }
      >
        <p>{problemInWords(error)}</p>
      </InlineProblem>
    </div>
  )
}

type Action = Dialog | 'clone'

const actionWords: Record<Action, { readonly title: string; readonly Icon: LucideIcon }> = {
  activate: { title: 'Activate', Icon: Play },
  pause: { title: 'Pause to edit', Icon: Pause },
  finish: { title: 'Finish', Icon: CircleCheck },
  clone: { title: 'Clone', Icon: Copy },
  rename: { title: 'Rename', Icon: PencilLine },
  stop: { title: 'Stop permanently', Icon: OctagonX },
  delete: { title: 'Delete', Icon: Trash2 },
}

interface ActionsProps {
  readonly current: VersionedJourney
  readonly pending: boolean
  readonly onChoose: (action: Action) => void
}

function Actions({ current: { journey }, pending, onChoose }: ActionsProps) {
  const moves = movesFrom(journey.status)
  const item = (action: Action) => (
    <ActionItem
      key={action}
      action={action}
      disabled={pending}
      onChoose={() => {
        onChoose(action)
      }}
    />
  )
  return (
    <Menu.Dropdown>
      {isFinal(journey.status) ? (
        <Menu.Label className={styles.why ?? ''}>
          A {journey.status} journey stays {journey.status}. A clone of it starts as a draft.
        </Menu.Label>
      ) : null}
      {moves.filter((move) => move !== 'stop').map(item)}
      {item('clone')}
      {item('rename')}
      <Menu.Divider />
      {moves.includes('stop') ? item('stop') : null}
      {isDeletable(journey.status) ? item('delete') : null}
    </Menu.Dropdown>
  )
}

interface ActionItemProps {
  readonly action: Action
  readonly disabled: boolean
  readonly onChoose: () => void
}

function ActionItem({ action, disabled, onChoose }: ActionItemProps) {
  const { title, Icon } = actionWords[action]
  return (
    <Menu.Item
      leftSection={<Icon size={15} aria-hidden="true" />}
      disabled={disabled}
      className={action === 'stop' || action === 'delete' ? (styles.bad ?? '') : ''}
      onClick={onChoose}
    >
      {title}
    </Menu.Item>
  )
}
