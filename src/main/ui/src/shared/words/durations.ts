import type { Schemas } from '@/shared/api/client'

/** What durations measure, in words. */
export const durationWords: Record<Schemas['DurationMeasure'], string> = {
  time_to_convert: 'Time to convert',
  time_to_deliver: 'Time to deliver',
  time_to_open: 'Time to open',
  time_to_click: 'Time to click',
  time_in_step: 'Time in the step',
}

/** What a duration has a value for, in words: each user, each message. */
export const countedWords: Record<Schemas['DurationMeasure'], string> = {
  time_to_convert: 'users',
  time_to_deliver: 'messages',
  time_to_open: 'messages',
  time_to_click: 'messages',
  time_in_step: 'completions',
}

/** A duration's number in words, such as that of its negative values; undefined where it is none. */
export function durationTitle(metric: string): string | undefined {
  const measure = metric.replace(/_negative$/, '')
  const words = durationWords[measure as Schemas['DurationMeasure']] as string | undefined
  return words === undefined || measure === metric ? words : `${words}, negative`
}
