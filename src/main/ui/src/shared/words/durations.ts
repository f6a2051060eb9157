import type { Schemas } from '@/shared/api/client'

/** The things that have a duration, in words: users, messages. */
export const countedWords: Record<Schemas['DurationMeasure'], string> = {
  time_to_convert: 'users',
  time_to_deliver: 'messages',
  time_to_open: 'messages',
  time_to_click: 'messages',
  time_in_step: 'completions',
}
