import type { MetricSelector } from '@/shared/url/contributors'
import type { AttributionSearch } from '@/shared/url/views'
import { periodQuery, type PeriodSearch } from '@/shared/url/period'

/** Where the files of a journey lie, by what they hold. */
export type Download =
  | { readonly kind: 'goals' }
  | { readonly kind: 'goal'; readonly goal: string }
  | { readonly kind: 'users'; readonly search?: string | undefined; readonly status?: string | undefined }
  | { readonly kind: 'contributors'; readonly selector: MetricSelector }
  | {
      readonly kind: 'channel'
      readonly channel: string
      readonly goal?: string | undefined
      readonly attribution: AttributionSearch
    }
  | { readonly kind: 'flow' }
  | { readonly kind: 'durations'; readonly parameters: Record<string, string>; readonly table: 'histogram' | 'series' }
  | { readonly kind: 'message' | 'messageUsers' | 'links'; readonly channel: string; readonly step: string }

/** The address of a CSV file, which the browser streams to the disk. */
export function downloadUrl(journey: string, period: PeriodSearch, download: Download): string {
  const { preceding, ...days } = periodQuery(period)
  // People open it with a spreadsheet, which knows UTF-8 by this mark.
  const query = new URLSearchParams({ ...days, bom: 'true' })
  for (const [name, value] of Object.entries(filters(download))) {
    if (value !== undefined && value !== '') {
      query.set(name, value)
    }
  }
  return `/api/v1/journeys/${encodeURIComponent(journey)}/${path(download)}?${query.toString()}`
}

function path(download: Download): string {
  switch (download.kind) {
    case 'goals':
      return 'goals.csv'
    case 'goal':
      return `goals/${encodeURIComponent(download.goal)}.csv`
    case 'users':
      return 'users.csv'
    case 'contributors':
      return 'stats/users.csv'
    case 'flow':
      return 'stats/flow.csv'
    case 'durations':
      return 'stats/durations.csv'
    case 'channel':
      return `channels/${download.channel}.csv`
    case 'message':
      return `channels/${download.channel}/messages/${encodeURIComponent(download.step)}.csv`
    case 'links':
      return `stats/channels/${download.channel}/messages/${encodeURIComponent(download.step)}/links.csv`
    case 'messageUsers':
      return `channels/${download.channel}/messages/${encodeURIComponent(download.step)}/users.csv`
  }
}

function filters(download: Download): Record<string, string | undefined> {
  switch (download.kind) {
    case 'users':
      return { search: download.search, status: download.status }
    case 'contributors':
      return { ...download.selector }
    case 'channel':
      return { goal: download.goal, ...(download.goal === undefined ? {} : download.attribution) }
    case 'durations':
      return { ...download.parameters, table: download.table }
    default:
      return {}
  }
}
