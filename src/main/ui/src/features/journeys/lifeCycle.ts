import type { Schemas } from '@/shared/api/client'

type Status = Schemas['JourneyStatus']

/** A change of the status of a journey. */
export type Move = 'activate' | 'pause' | 'finish' | 'stop'

const moves: Record<Status, readonly Move[]> = {
  draft: ['activate'],
  active: ['pause', 'finish', 'stop'],
  paused: ['activate', 'stop'],
  finished: [],
  stopped: [],
}

/** What a status leads on to; nothing from the last ones. */
export function movesFrom(status: Status): readonly Move[] {
  return moves[status]
}

/** Whether a journey's goals may be edited: "pause to edit". */
export function isEditable(status: Status): boolean {
  return status === 'draft' || status === 'paused'
}

/** Whether a journey may be deleted; a running one has to be ended first. */
export function isDeletable(status: Status): boolean {
  return status === 'draft' || isFinal(status)
}

/** Whether a status is final. */
export function isFinal(status: Status): boolean {
  return moves[status].length === 0
}

/** Whether the typed text is the title, apart from invisible differences: white space and Unicode forms. */
export function isSameTitle(typed: string, title: string): boolean {
  return visible(typed) === visible(title)
}

function visible(title: string): string {
  return title.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
