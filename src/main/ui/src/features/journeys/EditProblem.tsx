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
  /** Tells whether a field shows by itself what is wrong with it. */
  readonly isShown?: (field: string) => boolean
  /** Goes on with what was typed, as a change of what the journey is now. */
  readonly onKeep?: (current: VersionedJourney) => void
  /** Goes on with what the journey is now, without what was typed. */
  readonly onStartOver?: (current: VersionedJourney) => void
}

/** Why an edit was not taken; where somebody else was quicker, the choice of what to go on with. */
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
        Keep what I typed
      </Button>
      <Button
        variant="default"
        size="xs"
        onClick={() => {
          onStartOver(current)
        }}
      >
        Start over from what is there now
      </Button>
    </>
  )
}
