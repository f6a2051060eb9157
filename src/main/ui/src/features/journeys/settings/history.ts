import type { Schemas } from '@/shared/api/client'

type Change = Schemas['JourneyChange']

const moves: Record<string, string> = {
  active: 'Activated',
  paused: 'Paused',
  finished: 'Finished',
  stopped: 'Stopped permanently',
}

/** What was changed, in words; also of changes that a later version of the service may know. */
export function changeInWords({ change, title }: Change): string {
  const named = title === null ? '' : ` “${title}”`
  switch (change) {
    case 'created':
      return `Created as${named}`
    case 'cloned':
      return `Cloned from another journey as${named}`
    case 'renamed':
      return `Renamed to${named}`
    case 'replaced':
      return 'Goals, steps, title or category edited'
    case 'deleted':
      return 'Deleted'
    default:
      return moves[change] ?? change
  }
}
