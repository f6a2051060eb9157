import type { Schemas } from '@/shared/api/client'

type Status = Schemas['JourneyStatus']

/** What leads a journey on in its life cycle. */
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

/** Tells whether a journey's goals may be edited: "pause to edit". */
export function isEditable(status: Status): boolean {
  return status === 'draft' || status === 'paused'
}

/** Tells whether a journey may be deleted: one that runs has to be ended first. */
export function isDeletable(status: Status): boolean {
  return status === 'draft' || isFinal(status)
}

/** Tells whether nothing leaves a status. */
export function isFinal(status: Status): boolean {
  return moves[status].length === 0
}

/** Tells whether somebody typed a title: white space cannot be seen, and accents may be written in two ways. */
export function isSameTitle(typed: string, title: string): boolean {
  return visible(typed) === visible(title)
}

function visible(title: string): string {
  return title.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
