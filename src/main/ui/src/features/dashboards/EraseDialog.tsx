import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, content } from '@/shared/api/client'
import { DialogForm, FormDialog, type DialogHandle } from '@/shared/ui/FormDialog'
import { InlineProblem } from '@/shared/ui/InlineProblem'
import styles from './EraseDialog.module.css'

interface EraseProps {
  /** The user to erase; undefined while the dialog is closed. */
  readonly userId: string | undefined
  readonly onClose: () => void
}

/** Asks before a user is erased, and says what that means. */
export function EraseDialog({ userId, onClose }: EraseProps) {
  return (
    <FormDialog title="Erase the user?" opened={userId !== undefined} onClose={onClose}>
      {(dialog) => (userId === undefined ? null : <EraseForm userId={userId} dialog={dialog} />)}
    </FormDialog>
  )
}

function EraseForm({ userId, dialog }: { readonly userId: string; readonly dialog: DialogHandle }) {
  const erasure = useErasure()
  return (
    <DialogForm
      dialog={dialog}
      action="Erase"
      destructive
      pending={erasure.isPending}
      problem={
        erasure.error === null ? null : (
          <InlineProblem>
            <p>{erasure.error.message}</p>
          </InlineProblem>
        )
      }
      onSubmit={() => {
        erasure.mutate(userId, { onSuccess: dialog.close })
        return true
      }}
    >
      <p>
        All past events of <span className={styles.user}>{userId}</span> are removed from all journeys, with their
        effect on numbers, lists and files; exported files are deleted. Past events that arrive later are not stored.
        Events from now on count again. <strong>This cannot be undone.</strong>
      </p>
    </DialogForm>
  )
}

/** Erases a user; afterwards every number is asked for again. */
function useErasure() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (userId: string) => content(api.DELETE('/users', { params: { query: { user_id: userId } } })),
    onSettled: () => {
      for (const key of ['stats', 'journeys', 'exports']) {
        void queryClient.invalidateQueries({ queryKey: [key] })
      }
    },
  })
}
