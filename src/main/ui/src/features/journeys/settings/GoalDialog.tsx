import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEdit } from '@/features/journeys/changes'
import { EditProblem } from '@/features/journeys/EditProblem'
import type { JourneyDialogProps, JourneyFormProps } from '@/features/journeys/JourneyDialogProps'
import { faultsOf, isConflict, type Faults } from '@/features/journeys/problems'
import type { VersionedJourney } from '@/shared/api/journeys'
import { DialogForm, FormDialog } from '@/shared/ui/FormDialog'
import { stepKindWords } from '@/shared/words/journeys'
import { FilterFields } from './FilterFields'
import styles from './GoalDialog.module.css'
import { faultsAt, goalFaults, goalId, goalOf, typedGoal, withGoal, type TypedGoal } from './goalForm'

interface GoalDialogProps extends JourneyDialogProps {
  /** The goal to be changed; undefined for a new one. */
  readonly goal: string | undefined
  readonly onSaved: (name: string) => void
}

/** Where a conversion goal is changed or added. */
export function GoalDialog({ current, goal, onSaved, ...dialog }: GoalDialogProps) {
  return (
    <FormDialog title={goal === undefined ? 'Add a conversion goal' : 'Change the conversion goal'} {...dialog}>
      {(handle) => <GoalForm current={current} goal={goal} dialog={handle} onSaved={onSaved} />}
    </FormDialog>
  )
}

type GoalFormProps = JourneyFormProps & Pick<GoalDialogProps, 'goal' | 'onSaved'>

function GoalForm({ current, goal: existing, dialog, onSaved }: GoalFormProps) {
  const { base, typed, changed, change, goOn, startOver } = useTypedGoal(current, existing)
  const edit = useEdit(current.journey.id)
  const [tried, setTried] = useState(false)
  const id =
    existing ??
    goalId(
      typed.name,
      base.journey.goals.map((other) => other.id),
    )
  const original = base.journey.goals.find((goal) => goal.id === id)
  const { goals, at } = withGoal(base.journey.goals, goalOf(typed, id, original))
  const faults: Faults = { ...(tried ? goalFaults(typed) : {}), ...faultsAt(faultsOf(edit.error), at) }
  const submit = () => {
    setTried(true)
    if (Object.keys(goalFaults(typed)).length > 0) {
      return false
    }
    edit.mutate(
      { base, change: { goals } },
      {
        onSuccess: () => {
          onSaved(typed.name.trim())
          dialog.close()
        },
      },
    )
    return true
  }
  return (
    <DialogForm
      dialog={dialog}
      action={existing === undefined ? 'Add goal' : 'Save goal'}
      pending={edit.isPending}
      changed={changed}
      problem={
        <EditProblem
          error={edit.error}
          isShown={(field) => isShownHere(field, at)}
          current={current}
          onKeep={(latest) => {
            goOn(latest)
            edit.reset()
          }}
          onStartOver={(latest) => {
            startOver(latest)
            edit.reset()
          }}
        />
      }
      onSubmit={submit}
    >
      <GoalFields
        typed={typed}
        faults={faults}
        id={id}
        steps={base.journey.steps}
        onChange={(part) => {
          change(part)
          if (edit.isError && !isConflict(edit.error)) {
            edit.reset()
          }
        }}
      />
    </DialogForm>
  )
}

/** What is typed of a goal, and the version of the journey that it is typed upon. */
function useTypedGoal(current: VersionedJourney, goal: string | undefined) {
  const [base, setBase] = useState(current)
  const before = (version: VersionedJourney) => typedGoal(version.journey.goals.find(({ id }) => id === goal))
  const [typed, setTyped] = useState(before(current))
  return {
    base,
    typed,
    changed: JSON.stringify(typed) !== JSON.stringify(before(base)),
    change: (part: Partial<TypedGoal>) => {
      setTyped((other) => ({ ...other, ...part }))
    },
    goOn: setBase,
    startOver: (latest: VersionedJourney) => {
      setBase(latest)
      setTyped(before(latest))
    },
  }
}

const fields =
  /^(name|event_name|goal_step_id|conversion_period_days|value_property|currency|currency_property|filters\[\d+\]\.(property|op|value))$/

function isShownHere(field: string, at: number): boolean {
  const path = `goals[${at}].`
  return field.startsWith(path) && fields.test(field.slice(path.length))
}

interface GoalFieldsProps {
  readonly typed: TypedGoal
  readonly faults: Faults
  /** By what events name the goal. */
  readonly id: string
  readonly steps: VersionedJourney['journey']['steps']
  readonly onChange: (part: Partial<TypedGoal>) => void
}

function GoalFields({ typed, faults, id, steps, onChange }: GoalFieldsProps) {
  const bySender = typed.reachedBy === 'sender'
  return (
    <>
      <TextInput
        label="Name"
        data-autofocus
        autoComplete="off"
        value={typed.name}
        error={faults.name}
        onChange={(event) => {
          onChange({ name: event.currentTarget.value })
        }}
      />
      <NativeSelect
        label="Reached by"
        value={typed.reachedBy}
        data={[
          { value: 'event', label: 'A custom event' },
          { value: 'sender', label: 'Reported by your app' },
        ]}
        description={bySender ? `Your app sends events of type goal_reached with goal_id ${id}.` : undefined}
        onChange={(event) => {
          onChange({ reachedBy: event.currentTarget.value === 'sender' ? 'sender' : 'event' })
        }}
      />
      {bySender ? null : (
        <>
          <TextInput
            label="Event name"
            placeholder="purchase"
            autoComplete="off"
            spellCheck={false}
            value={typed.eventName}
            error={faults.event_name}
            onChange={(event) => {
              onChange({ eventName: event.currentTarget.value })
            }}
          />
          <FilterFields
            filters={typed.filters}
            faults={faults}
            onChange={(filters) => {
              onChange({ filters })
            }}
          />
        </>
      )}
      <div className={styles.tracking}>
        <NativeSelect
          label="Tracking starts with"
          value={typed.stepId}
          error={faults.goal_step_id}
          data={[
            { value: '', label: 'Entering the journey' },
            ...steps.map((step) => ({
              value: step.id,
              label: `Exit from “${step.name}” (${stepKindWords[step.kind]})`,
            })),
          ]}
          onChange={(event) => {
            onChange({ stepId: event.currentTarget.value })
          }}
        />
        <TextInput
          label="Conversion period, days"
          inputMode="numeric"
          autoComplete="off"
          value={typed.days}
          error={faults.conversion_period_days}
          onChange={(event) => {
            onChange({ days: event.currentTarget.value })
          }}
        />
      </div>
      <TextInput
        label="Value property"
        description="The number among the event’s properties that the conversion is worth, such as amount."
        autoComplete="off"
        spellCheck={false}
        value={typed.valueProperty}
        error={faults.value_property}
        onChange={(event) => {
          onChange({ valueProperty: event.currentTarget.value })
        }}
      />
      {typed.valueProperty === '' && typed.currency === '' && typed.currencyProperty === '' ? null : (
        <div className={styles.tracking}>
          <TextInput
            label="Currency"
            placeholder="EUR"
            autoComplete="off"
            value={typed.currency}
            error={faults.currency}
            onChange={(event) => {
              onChange({ currency: event.currentTarget.value })
            }}
          />
          <TextInput
            label="or currency property"
            autoComplete="off"
            spellCheck={false}
            value={typed.currencyProperty}
            error={faults.currency_property}
            onChange={(event) => {
              onChange({ currencyProperty: event.currentTarget.value })
            }}
          />
        </div>
      )}
    </>
  )
}
