import type { Schemas } from '@/shared/api/client'

type Status = Schemas['JourneyStatus']

/** A journey's status in words, with the tone it is shown in. */
export const statusWords: Record<Status, { readonly title: string; readonly tone: Tone }> = {
  draft: { title: 'Draft', tone: 'neutral' },
  active: { title: 'Active', tone: 'good' },
  paused: { title: 'Paused', tone: 'warning' },
  finished: { title: 'Finished', tone: 'neutral' },
  stopped: { title: 'Stopped', tone: 'bad' },
}

/** Why a journey cannot be changed with the key of the session. */
export const READ_ONLY = 'Your key is read-only. To change journeys, sign in with a manage or admin key.'

/** The tone of a state; shown as a colour beside a word or icon. */
export type Tone = 'good' | 'warning' | 'bad' | 'neutral'

/** A journey's type in words. */
export const typeWords: Record<Schemas['JourneyType'], string> = {
  audience_based: 'Audience-based',
  trigger_based: 'Trigger-based',
}

/** A user's state in words. */
export const userStateWords: Record<Schemas['UserState'], { readonly title: string; readonly tone: Tone }> = {
  in_progress: { title: 'In journey', tone: 'good' },
  exited: { title: 'Exited', tone: 'neutral' },
  dropped_off: { title: 'Dropped off', tone: 'bad' },
}

/** A step's kind in words. */
export const stepKindWords: Record<Schemas['StepKind'], string> = {
  entry: 'Entry',
  message: 'Message',
  wait: 'Wait',
  condition: 'Condition',
  goal: 'Goal',
  exit: 'Exit',
  other: 'Step',
}
