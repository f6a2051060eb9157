import { Button } from '@mantine/core'
import { PencilLine, Plus, Trash2 } from 'lucide-react'
import { useRef, useState, type RefObject } from 'react'
import { MAXIMUM_GOALS } from '@/features/journeys/limits'
import type { Schemas } from '@/shared/api/client'
import type { VersionedJourney } from '@/shared/api/journeys'
import { Card } from '@/shared/ui/Card'
import { EmptyState } from '@/shared/ui/EmptyState'
import { conditionsInWords, goalsInWords, periodInWords, startOf } from '@/shared/words/goals'
import { GoalDialog } from './GoalDialog'
import styles from './GoalsCard.module.css'
import { RemoveGoalDialog } from './RemoveGoalDialog'

interface GoalsCardProps {
  readonly current: VersionedJourney
  readonly editable: boolean
  /** The button that adds a goal. */
  readonly add: RefObject<HTMLButtonElement | null>
}

/** What is being done, and about which goal; undefined is a new one. */
interface Work {
  readonly dialog: 'edit' | 'remove'
  readonly goal: string | undefined
}

/** The conversion goals in words, and the ways to change them. */
export function GoalsCard({ current, editable, add }: GoalsCardProps) {
  const { goals } = current.journey
  // The last work stays while its dialog fades away.
  const [work, setWork] = useState<Work>({ dialog: 'edit', goal: undefined })
  const [opened, setOpened] = useState(false)
  const [done, setDone] = useState('')
  const returnTo = useRef<HTMLButtonElement>(null)
  const begin = (next: Work, from: HTMLButtonElement) => {
    returnTo.current = from
    setWork(next)
    setOpened(true)
  }
  const dialogProps = {
    current,
    goal: work.goal,
    returnTo,
    onClose: () => {
      setOpened(false)
    },
  }
  return (
    <Card
      flush
      title={
        <>
          Conversion goals <span className={styles.count}>{goals.length}</span>
        </>
      }
      actions={
        editable ? (
          <Button
            ref={add}
            variant="default"
            size="xs"
            leftSection={<Plus size={14} aria-hidden="true" />}
            disabled={goals.length >= MAXIMUM_GOALS}
            onClick={(event) => {
              begin({ dialog: 'edit', goal: undefined }, event.currentTarget)
            }}
          >
            Add a goal
          </Button>
        ) : undefined
      }
    >
      {goals.length === 0 ? (
        <EmptyState title="No goals yet">
          A goal counts users who do what you hope for after entering. It also counts what users did before it was
          added.
        </EmptyState>
      ) : (
        <ul className={styles.goals} aria-label={goalsInWords(goals.length)}>
          {goals.map((goal) => (
            <GoalItem
              key={goal.id}
              goal={goal}
              journey={current.journey}
              onChange={
                editable
                  ? (from) => {
                      begin({ dialog: 'edit', goal: goal.id }, from)
                    }
                  : undefined
              }
              onRemove={
                editable
                  ? (from) => {
                      begin({ dialog: 'remove', goal: goal.id }, from)
                    }
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      <p role="status" className="visually-hidden">
        {done}
      </p>
      <GoalDialog
        {...dialogProps}
        opened={opened && work.dialog === 'edit'}
        onSaved={(name) => {
          setDone(`“${name}” is saved.`)
        }}
      />
      <RemoveGoalDialog
        {...dialogProps}
        opened={opened && work.dialog === 'remove'}
        onRemoved={(name) => {
          returnTo.current = add.current
          setDone(`“${name}” is removed.`)
        }}
      />
    </Card>
  )
}

interface GoalItemProps {
  readonly goal: Schemas['Goal']
  readonly journey: Schemas['Journey']
  readonly onChange: ((from: HTMLButtonElement) => void) | undefined
  readonly onRemove: ((from: HTMLButtonElement) => void) | undefined
}

function GoalItem({ goal, journey, onChange, onRemove }: GoalItemProps) {
  return (
    <li className={styles.goal}>
      <div className={styles.what}>
        <h3>{goal.name}</h3>
        <p>{conditionsInWords(conditionsOf(goal))}</p>
        <p className={styles.period}>
          Conversion period: {periodInWords(goal.conversion_period_days, startOf(goal.id, journey))}
        </p>
        <p className={styles.period}>
          ID <code>{goal.id}</code>
        </p>
      </div>
      {onChange === undefined || onRemove === undefined ? null : (
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="xs"
            leftSection={<PencilLine size={14} aria-hidden="true" />}
            aria-label={`Change ${goal.name}`}
            onClick={(event) => {
              onChange(event.currentTarget)
            }}
          >
            Change
          </Button>
          <Button
            variant="default"
            size="xs"
            leftSection={<Trash2 size={14} aria-hidden="true" />}
            aria-label={`Remove ${goal.name}`}
            onClick={(event) => {
              onRemove(event.currentTarget)
            }}
          >
            Remove
          </Button>
        </div>
      )}
    </li>
  )
}

function conditionsOf({ event_name: name, filters }: Schemas['Goal']) {
  return name === null ? null : { event_name: name, filters: filters ?? [] }
}
