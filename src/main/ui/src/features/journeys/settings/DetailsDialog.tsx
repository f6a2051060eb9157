import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useEdit } from '@/features/journeys/changes'
import { EditProblem } from '@/features/journeys/EditProblem'
import type { JourneyDialogProps, JourneyFormProps } from '@/features/journeys/JourneyDialogProps'
import { MAXIMUM_NAME, MAXIMUM_TITLE } from '@/features/journeys/limits'
import { faultsOf, longerThan, textFault, textOf, type Faults } from '@/features/journeys/problems'
import type { VersionedJourney } from '@/shared/api/journeys'
import { DialogForm, FormDialog } from '@/shared/ui/FormDialog'

/** Where title and category are changed. */
export function DetailsDialog({ current, ...dialog }: JourneyDialogProps) {
  return (
    <FormDialog title="Change title and category" {...dialog}>
      {(handle) => <DetailsForm current={current} dialog={handle} />}
    </FormDialog>
  )
}

interface Details {
  readonly title: string
  readonly category: string
}

function detailsOf({ journey }: VersionedJourney): Details {
  return { title: journey.title, category: journey.category ?? '' }
}

function detailsFaults({ title, category }: Details): Faults {
  const fault = textFault(title, MAXIMUM_TITLE)
  return {
    ...(fault === undefined ? {} : { title: fault }),
    ...(longerThan(category.trim(), MAXIMUM_NAME) ? { category: `Must have at most ${MAXIMUM_NAME} characters.` } : {}),
  }
}

function DetailsForm({ current, dialog }: JourneyFormProps) {
  const edit = useEdit(current.journey.id)
  const [base, setBase] = useState(current)
  const [details, setDetails] = useState(detailsOf(current))
  const [tried, setTried] = useState(false)
  const faults: Faults = { ...(tried ? detailsFaults(details) : {}), ...faultsOf(edit.error) }
  const goOn = (latest: VersionedJourney) => {
    setBase(latest)
    edit.reset()
  }
  const before = detailsOf(base)
  return (
    <DialogForm
      dialog={dialog}
      action="Save"
      pending={edit.isPending}
      changed={details.title !== before.title || details.category !== before.category}
      problem={
        <EditProblem
          error={edit.error}
          isShown={(field) => field === 'title' || field === 'category'}
          current={current}
          onKeep={goOn}
          onStartOver={(latest) => {
            goOn(latest)
            setDetails(detailsOf(latest))
          }}
        />
      }
      onSubmit={() => {
        setTried(true)
        if (Object.keys(detailsFaults(details)).length > 0) {
          return false
        }
        const title = textOf(details.title, before.title)
        const category = textOf(details.category, before.category)
        edit.mutate(
          { base, change: { title, category: category === '' ? null : category } },
          { onSuccess: dialog.close },
        )
        return true
      }}
    >
      <TextInput
        label="Title"
        data-autofocus
        value={details.title}
        error={faults.title}
        onChange={(event) => {
          setDetails({ ...details, title: event.currentTarget.value })
        }}
      />
      <TextInput
        label="Category"
        description="Optional, free to choose."
        value={details.category}
        error={faults.category}
        onChange={(event) => {
          setDetails({ ...details, category: event.currentTarget.value })
        }}
      />
    </DialogForm>
  )
}
