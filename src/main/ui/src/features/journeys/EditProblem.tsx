import { Button } from '@mantine/core'
import type { VersionedJourney } from '@/shared/api/journeys'
import { InlineProblem } from '@/shared/ui/InlineProblem'
import { useMove } from './changes'
import { isEditable, isFinal } from './lifeCycle'
import { faultsOf, isConflict, otherFaults, problemInWords } from './problems'

interface EditProblemProps {
  readonly error: Error | null
  /** The journey as it is now. */
  readonly current: VersionedJourney
  /** Whether such an edit is possible in every status. */
  readonly always?: boolean
  /** Whether a field shows its own error. */
  readonly isShown?: (field: string) => boolean
  /** Continues with the typed input, as a change of the current version. */
  readonly onKeep?: (current: VersionedJourney) => void
  /** Continues with the current version, without the typed input. */
  readonly onStartOver?: (current: VersionedJourney) => void
}

/** Why an edit was refused; after a conflict, with a choice of how to continue. */
export function EditProblem({
  error,
  current,
  always = false,
  isShown = () => false,
  onKeep,
  onStartOver,
}: EditProblemProps) {
  if (error === null) {
    return null
  }
  if (isConflict(error)) {
    const { status } = current.journey
    const locked = !always && !isEditable(status)
    return (
      <InlineProblem
        actions={
          onKeep === undefined || onStartOver === undefined || (locked && isFinal(status)) ? undefined : locked ? (
            <PauseAction current={current} onPaused={onKeep} />
          ) : (
            <ConflictActions current={current} onKeep={onKeep} onStartOver={onStartOver} />
          )
        }
      >
        <p>
          {problemInWords(error)}
          {locked && error.status === 412 ? ` It is ${status} now.` : ''}
        </p>
      </InlineProblem>
    )
  }
  const faults = faultsOf(error)
  if (Object.keys(faults).length === 0) {
    return <InlineProblem>{problemInWords(error)}</InlineProblem>
  }
  const others = otherFaults(faults, isShown)
  return others === '' ? null : <InlineProblem>{others}</InlineProblem>
}

interface PauseActionProps {
  readonly current: VersionedJourney
  readonly onPaused: (paused: VersionedJourney) => void
}

function PauseAction({ current, onPaused }: PauseActionProps) {
  const pause = useMove(current.journey.id)
  return (
    <>
      <Button
        variant="default"
        size="xs"
        loading={pause.isPending}
        onClick={() => {
          pause.mutate('pause', { onSuccess: onPaused })
        }}
      >
        Pause to edit
      </Button>
      {pause.error === null ? null : <p>{problemInWords(pause.error)}</p>}
    </>
  )
}

type ConflictActionsProps = Required<Pick<EditProblemProps, 'current' | 'onKeep' | 'onStartOver'>>

function ConflictActions({ current, onKeep, onStartOver }: ConflictActionsProps) {
  return (
    <>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          onKeep(current)
        }}
      >
        Keep my changes
      </Button>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          onStartOver(current)
        }}
      >
        Discard mine and load theirs
      </Button>
    </>
  )
}
