import { useEdit } from '@/features/journeys/changes'
import { EditProblem } from '@/features/journeys/EditProblem'
import type { JourneyDialogProps, JourneyFormProps } from '@/features/journeys/JourneyDialogProps'
import { DialogForm, FormDialog } from '@/shared/ui/FormDialog'
import { useState } from 'react'

interface RemoveGoalDialogProps extends JourneyDialogProps {
  readonly goal: string | undefined
  readonly onRemoved: (name: string) => void
}

/** Asks whether a goal is to be counted no longer. */
export function RemoveGoalDialog({ current, goal, onRemoved, ...dialog }: RemoveGoalDialogProps) {
  return (
    <FormDialog title="Remove the conversion goal?" {...dialog}>
      {(handle) => <RemoveGoalForm current={current} goal={goal} dialog={handle} onRemoved={onRemoved} />}
    </FormDialog>
  )
}

type RemoveGoalFormProps = JourneyFormProps & Pick<RemoveGoalDialogProps, 'goal' | 'onRemoved'>

function RemoveGoalForm({ current, goal, dialog, onRemoved }: RemoveGoalFormProps) {
  const edit = useEdit(current.journey.id)
  const [base, setBase] = useState(current)
  // It is gone from what is there now as soon as it is removed.
  const [name] = useState(current.journey.goals.find(({ id }) => id === goal)?.name ?? '')
  const goOn = (latest: typeof base) => {
    setBase(latest)
    edit.reset()
  }
  return (
    <DialogForm
      dialog={dialog}
      action="Remove goal"
      destructive
      pending={edit.isPending}
      problem={<EditProblem error={edit.error} current={current} onKeep={goOn} onStartOver={goOn} />}
      onSubmit={() => {
        edit.mutate(
          { base, change: { goals: base.journey.goals.filter(({ id }) => id !== goal) } },
          {
            onSuccess: () => {
              onRemoved(name)
              dialog.close()
            },
          },
        )
        return true
      }}
    >
      <p>
        “{name}” disappears from all dashboards, for past periods too. No events are lost: a new goal with the same
        conditions counts them again.
      </p>
    </DialogForm>
  )
}
