import type { Schemas } from '@/shared/api/client'
import { dayOf } from '@/shared/format/times'

/** The days that an export is about, both included; null where it is about all time. */
export function daysOf({
  from,
  to,
  tz,
}: Schemas['ExportAbout']): { readonly from: string; readonly to: string } | null {
  return from === null || to === null
    ? null
    : // The end is the first moment that does not belong to it.
      { from: dayOf(from, tz), to: dayOf(Date.parse(to) - 1, tz) }
}

/** Asks for the file of an export once more: of the same days, though today may be another. */
export function formOf({ kind, about }: Pick<Schemas['Export'], 'kind' | 'about'>): Schemas['ExportForm'] {
  const { tz, journey_id, goal, channel, step_id, filters, bom, raw } = about
  const days = daysOf(about)
  return {
    kind,
    ...(days === null ? { period: 'all' as const } : { period: 'custom' as const, ...days }),
    tz,
    journey_id,
    goal,
    channel: channel as Schemas['Channel'] | null,
    step_id,
    filters,
    bom,
    raw,
  }
}
