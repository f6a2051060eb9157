import { CloseButton } from '@mantine/core'
import { useMutationState, useQueryClient } from '@tanstack/react-query'
import styles from './DownloadProblem.module.css'
import { InlineProblem } from './InlineProblem'
import { downloadKey } from './useDownload'

/** Says why the latest download failed, wherever its link was. */
export function DownloadProblem() {
  const queryClient = useQueryClient()
  const latest = useMutationState({
    filters: { mutationKey: downloadKey },
    select: (mutation) => ({ mutation, problem: mutation.state.error }),
  }).at(-1)
  if (latest === undefined || latest.problem === null) {
    return null
  }
  return (
    <div className={styles.place}>
      <InlineProblem>
        <p>The file could not be downloaded. {latest.problem.message}</p>
      </InlineProblem>
      <CloseButton
        aria-label="Dismiss"
        onClick={() => {
          queryClient.getMutationCache().remove(latest.mutation)
        }}
      />
    </div>
  )
}
