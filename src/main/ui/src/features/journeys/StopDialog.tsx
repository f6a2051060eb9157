import { FormDialog } from '@/shared/ui/FormDialog'
import { useMove } from './changes'
import type { JourneyDialogProps } from './JourneyDialogProps'
import { TitleForm } from './TitleForm'

/** Asks for the title to be typed before a journey is stopped for ever. */
export function StopDialog({ current, ...dialog }: JourneyDialogProps) {
  const move = useMove(current.journey.id)
  return (
    <FormDialog title="Stop permanently?" {...dialog}>
      {(handle) => (
        <TitleForm
          current={current}
          dialog={handle}
          action="Stop permanently"
          pending={move.isPending}
          error={move.error}
          onConfirm={() => {
            move.mutate('stop', { onSuccess: handle.close })
          }}
        >
          The journey ends early for everyone in it. Its statistics are kept.
        </TitleForm>
      )}
    </FormDialog>
  )
}
