import type { Schemas } from '@/shared/api/client'
import { formatCount, formatSize } from '@/shared/format/numbers'
import { formatMoment } from '@/shared/format/times'
import { channels, channelTitle } from '@/shared/metrics/channels'
import { wordsOf } from '@/shared/ui/period/PeriodFilter'
import { periodNames } from '@/shared/url/period'
import { statusWords as journeyStatusWords, typeWords, userStateWords, type Tone } from '@/shared/words/journeys'
import { daysOf } from './exportForm'

type Export = Schemas['Export']

/** What an export holds, in words. */
export const kindWords: Record<Schemas['ExportKind'], string> = {
  journeys: 'Campaign statistics',
  users: 'Users',
  goals: 'Conversion goals',
  goal_conversions: 'Conversions of a goal',
  messages: 'Messages',
  message_days: 'Message day by day',
  message_users: 'Users of a message',
}

/** Where an export is, in words. */
export const exportStatusWords: Record<Schemas['ExportStatus'], { readonly title: string; readonly tone: Tone }> = {
  queued: { title: 'Queued', tone: 'neutral' },
  running: { title: 'Preparing', tone: 'neutral' },
  ready: { title: 'Ready', tone: 'good' },
  failed: { title: 'Failed', tone: 'bad' },
  cancelled: { title: 'Cancelled', tone: 'neutral' },
  expired: { title: 'Removed', tone: 'neutral' },
}

/** Which journeys a list shows, in words: `Active · “wel” in the title`. */
export function journeysInWords(filters: {
  readonly status?: string | null | undefined
  readonly category?: string | null | undefined
  readonly type?: string | null | undefined
  readonly q?: string | null | undefined
}): string {
  const words = [
    title(journeyStatusWords, filters.status)?.title,
    filters.category,
    title(typeWords, filters.type),
    filters.q == null ? null : `“${filters.q}” in the title`,
  ].filter((word) => word != null)
  return words.length === 0 ? 'All journeys' : words.join(' · ')
}

/** What an export is about beyond its kind, in words; the journey where it is known. */
export function subjectInWords({ kind, about }: Pick<Export, 'kind' | 'about'>, journey?: Schemas['Journey']): string {
  if (kind === 'journeys') {
    return journeysInWords(about.filters)
  }
  const { channel, goal, step_id: step, filters } = about
  return [
    journey?.title,
    channel === null ? null : channelTitle(channels.find((known) => known === channel) ?? 'push'),
    goal === null ? null : (journey?.goals.find(({ id }) => id === goal)?.name ?? goal),
    step === null ? null : (journey?.steps.find(({ id }) => id === step)?.name ?? step),
    title(userStateWords, filters.status)?.title,
    filters.search === null ? null : `ID begins with “${filters.search}”`,
  ]
    .filter((word) => word != null)
    .join(' · ')
}

function title<Words>(words: Readonly<Record<string, Words>>, key: string | null | undefined): Words | undefined {
  return key == null ? undefined : words[key]
}

/** The time that an export is about: `7 days (18 Nov 2026 – 24 Nov 2026)`; its zone where it is not the tenant's. */
export function periodInWords(about: Schemas['ExportAbout'], timeZone: string): string {
  const days = daysOf(about)
  if (days === null) {
    return wordsOf({})
  }
  const custom = wordsOf({ period: 'custom', ...days })
  const name = periodNames.find((candidate) => candidate === about.period) ?? 'custom'
  const zone = about.tz === timeZone ? '' : `, days in ${about.tz}`
  return (name === 'custom' ? custom : `${wordsOf({ period: name })} (${custom})`) + zone
}

/** The progress of an export: `42% · 4,200 of 10,000 rows`. */
export function progressInWords({ status, progress, rows_written: rows, rows_total: total, error }: Export): string {
  if (status === 'queued') {
    return error === null ? 'Queued' : `Retrying soon. ${error}`
  }
  if (progress === null || total === null) {
    return rows === 0 ? 'Starting…' : `${rowsInWords(rows)} so far`
  }
  // Whole only when it is: the file has to be stored, too.
  return `${Math.floor(progress * 100)}% · ${formatCount(rows)} of ${rowsInWords(total)}`
}

/** What there is to say of an export that has ended, piece by piece. */
export function outcomeInWords(
  { status, rows_written: rows, file, expires_at: expires, error }: Export,
  timeZone: string,
): readonly string[] {
  if (status !== 'ready') {
    return error === null ? [] : [error]
  }
  return [
    rowsInWords(rows),
    file === null ? null : formatSize(file.size),
    expires === null ? null : `kept until ${formatMoment(expires, timeZone)}`,
  ].filter((piece) => piece !== null)
}

function rowsInWords(rows: number): string {
  return `${formatCount(rows)} ${rows === 1 ? 'row' : 'rows'}`
}
