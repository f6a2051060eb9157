import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { DialogForm, FormDialog } from '@/shared/ui/FormDialog'
import { useMove } from './changes'
import { EditProblem } from './EditProblem'
import type { JourneyDialogProps, JourneyFormProps } from './JourneyDialogProps'
import { isSameTitle } from './lifeCycle'
import styles from './StopDialog.module.css'

/** Asks for the title to be typed before a journey is stopped for ever. */
export function StopDialog({ current, ...dialog }: JourneyDialogProps) {
  return (
    <FormDialog title="Stop permanently?" {...dialog}>
      {(handle) => <StopForm current={current} dialog={handle} />}
    </FormDialog>
  )
}

function StopForm({ current, dialog }: JourneyFormProps) {
  const { id, title } = current.journey
  const move = useMove(id)
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  return (
    <DialogForm
      dialog={dialog}
      action="Stop permanently"
      destructive
      pending={move.isPending}
      problem={<EditProblem error={move.error} current={current} />}
      onSubmit={() => {
        if (!isSameTitle(typed, title)) {
          setFault('This is not the title of the journey.')
          return false
        }
        move.mutate('stop', { onSuccess: dialog.close })
        return true
      }}
    >
      <p>
        The journey ends early, for everybody who is in it. Its statistics stay. <strong>This cannot be undone.</strong>
      </p>
      <TextInput
        label={
          <>
            To confirm, type the title: <span className={styles.title}>{title}</span>
          </>
        }
        data-autofocus
        autoComplete="off"
        spellCheck={false}
        value={typed}
        error={fault}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setFault(undefined)
        }}
      />
    </DialogForm>
  )
}
