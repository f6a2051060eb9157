import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { DialogForm, FormDialog } from '@/shared/ui/FormDialog'
import { useRename } from './changes'
import { EditProblem } from './EditProblem'
import type { JourneyDialogProps, JourneyFormProps } from './JourneyDialogProps'
import { MAXIMUM_TITLE } from './limits'
import { faultsOf, textFault, textOf } from './problems'

/** Asks for another title, which a journey of any status may be given. */
export function RenameDialog({ current, ...dialog }: JourneyDialogProps) {
  return (
    <FormDialog title="Rename the journey" {...dialog}>
      {(handle) => <RenameForm current={current} dialog={handle} />}
    </FormDialog>
  )
}

function RenameForm({ current, dialog }: JourneyFormProps) {
  const rename = useRename(current.journey.id)
  const [base, setBase] = useState(current)
  const [title, setTitle] = useState(current.journey.title)
  const [fault, setFault] = useState<string>()
  const refused = faultsOf(rename.error)
  const goOn = (latest: typeof base) => {
    setBase(latest)
    rename.reset()
  }
  return (
    <DialogForm
      dialog={dialog}
      action="Rename"
      pending={rename.isPending}
      changed={title !== base.journey.title}
      problem={
        <EditProblem
          always
          error={rename.error}
          isShown={(field) => field === 'title'}
          current={current}
          onKeep={goOn}
          onStartOver={(latest) => {
            goOn(latest)
            setTitle(latest.journey.title)
          }}
        />
      }
      onSubmit={() => {
        const found = textFault(title, MAXIMUM_TITLE)
        setFault(found)
        if (found !== undefined) {
          return false
        }
        rename.mutate({ base, title: textOf(title, base.journey.title) }, { onSuccess: dialog.close })
        return true
      }}
    >
      <TextInput
        label="Title"
        data-autofocus
        value={title}
        error={fault ?? refused.title}
        onChange={(event) => {
          setTitle(event.currentTarget.value)
          setFault(undefined)
        }}
      />
    </DialogForm>
  )
}
