import { DialogForm, FormDialog } from '@/shared/ui/FormDialog'
import { useMove } from './changes'
import { EditProblem } from './EditProblem'
import type { JourneyDialogProps, JourneyFormProps } from './JourneyDialogProps'

/** Asks whether a journey has done its work. */
export function FinishDialog({ current, ...dialog }: JourneyDialogProps) {
  return (
    <FormDialog title="Finish the journey?" {...dialog}>
      {(handle) => <FinishForm current={current} dialog={handle} />}
    </FormDialog>
  )
}

function FinishForm({ current, dialog }: JourneyFormProps) {
  const move = useMove(current.journey.id)
  return (
    <DialogForm
      dialog={dialog}
      action="Finish"
      pending={move.isPending}
      problem={<EditProblem error={move.error} current={current} />}
      onSubmit={() => {
        move.mutate('finish', { onSuccess: dialog.close })
        return true
      }}
    >
      <p>
        “{current.journey.title}” has done its work and ends. Its statistics stay. It cannot be activated again; a clone
        of it can.
      </p>
    </DialogForm>
  )
}
