import { TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { DialogForm } from '@/shared/ui/FormDialog'
import { EditProblem } from './EditProblem'
import type { JourneyFormProps } from './JourneyDialogProps'
import { isSameTitle } from './lifeCycle'
import styles from './TitleForm.module.css'

interface TitleFormProps extends JourneyFormProps {
  readonly action: string
  readonly pending: boolean
  readonly error: Error | null
  readonly onConfirm: () => void
  /** What it means. */
  readonly children: ReactNode
}

/** Asks for a journey's title to be typed before something is done that cannot be undone. */
export function TitleForm({ current, dialog, action, pending, error, onConfirm, children }: TitleFormProps) {
  const { title } = current.journey
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  return (
    <DialogForm
      dialog={dialog}
      action={action}
      destructive
      pending={pending}
      problem={<EditProblem error={error} current={current} />}
      onSubmit={() => {
        if (!isSameTitle(typed, title)) {
          setFault('This is not the title of the journey.')
          return false
        }
        onConfirm()
        return true
      }}
    >
      <p>
        {children} <strong>This cannot be undone.</strong>
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
