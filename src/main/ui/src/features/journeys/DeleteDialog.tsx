import { FormDialog } from '@/shared/ui/FormDialog'
import { useDelete } from './changes'
import type { JourneyDialogProps } from './JourneyDialogProps'
import { TitleForm } from './TitleForm'

interface DeleteProps extends JourneyDialogProps {
  /** Leads away from the journey's pages. */
  readonly onDeleted: () => void
}

/** Asks for the title to be typed before a journey is deleted with its statistics. */
export function DeleteDialog({ current, onDeleted, ...dialog }: DeleteProps) {
  const deletion = useDelete(current.journey.id, onDeleted)
  return (
    <FormDialog title="Delete the journey?" {...dialog}>
      {(handle) => (
        <TitleForm
          current={current}
          dialog={handle}
          action="Delete"
          pending={deletion.isPending}
          error={deletion.error}
          onConfirm={() => {
            deletion.mutate()
          }}
        >
          The journey is deleted with its events and statistics. Its id cannot be used again.
        </TitleForm>
      )}
    </FormDialog>
  )
}
