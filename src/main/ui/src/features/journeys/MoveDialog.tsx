import { DialogForm, FormDialog } from '@/shared/ui/FormDialog'
import { useMove } from './changes'
import { EditProblem } from './EditProblem'
import type { JourneyDialogProps, JourneyFormProps } from './JourneyDialogProps'
import type { Move } from './lifeCycle'

/** A move that only needs a confirmation; a stop also asks for the title. */
type AskedMove = Exclude<Move, 'stop'>

/** All of them. */
export const askedMoves: readonly AskedMove[] = ['activate', 'pause', 'finish']

const words: Record<AskedMove, { readonly question: string; readonly action: string; readonly meaning: string }> = {
  activate: {
    question: 'Activate the journey?',
    action: 'Activate',
    meaning: 'opens to users. While it is active, its goals, title and category cannot be edited.',
  },
  pause: {
    question: 'Pause the journey?',
    action: 'Pause to edit',
    meaning: 'is closed to users until it is activated again. Meanwhile it can be edited. Its statistics are kept.',
  },
  finish: {
    question: 'Finish the journey?',
    action: 'Finish',
    meaning: 'ends. Its statistics are kept. It cannot be activated again, but a clone of it can.',
  },
}

interface MoveProps {
  readonly move: AskedMove
}

/** Asks before a journey is led on in its life cycle. */
export function MoveDialog({ move, current, ...dialog }: JourneyDialogProps & MoveProps) {
  return (
    <FormDialog title={words[move].question} {...dialog}>
      {(handle) => <MoveForm move={move} current={current} dialog={handle} />}
    </FormDialog>
  )
}

function MoveForm({ move, current, dialog }: JourneyFormProps & MoveProps) {
  const { id, title } = current.journey
  const change = useMove(id)
  const { action, meaning } = words[move]
  return (
    <DialogForm
      dialog={dialog}
      action={action}
      pending={change.isPending}
      problem={<EditProblem error={change.error} current={current} />}
      onSubmit={() => {
        change.mutate(move, { onSuccess: dialog.close })
        return true
      }}
    >
      <p>
        “{title}” {meaning}
      </p>
    </DialogForm>
  )
}
