import { channels, type Channel } from '@/shared/metrics/channels'
import { text, readAttribution, type AttributionSearch } from './views'

/** A number whose users can be listed: its metric and what it is about, by the parameters of the API. */
export interface MetricSelector extends AttributionSearch {
  readonly metric: string
  readonly channel?: Channel
  readonly step?: string
  /** The goal that it is about, or that the message is measured by. */
  readonly goal?: string
  /** The link that was clicked; empty for clicks that name none. */
  readonly link_url?: string
  /** Why messages were not delivered. */
  readonly reason?: string
  /** Of a passage on trips: the step before it, the step after it, or how the trip ends. */
  readonly from_step?: string
  readonly to_step?: string
  readonly end?: string
}

/** The same in an address: the API's parameters with a prefix, as pages have a channel, a step and a goal of their own. */
export type ContributorsSearch = {
  readonly [Name in keyof MetricSelector as `users.${Name}`]?: MetricSelector[Name]
}

const PREFIX = 'users.'

/** What the parameters were called before they had the names of the API; links with these names still work. */
const formerNames = {
  behind: 'metric',
  in: 'channel',
  at: 'step',
  for: 'goal',
  because: 'reason',
  on: 'link_url',
  credit: 'attribution',
  touched: 'touch',
  after: 'from_step',
  next: 'to_step',
  end: 'end',
} satisfies Record<string, keyof MetricSelector>

/** What the parameter of a link was where clicks name none. */
const FORMER_NO_LINK = '-'

/** Reads it from an address; nothing where no metric is named. */
export function readContributors(search: Record<string, unknown>): ContributorsSearch {
  return prefixed(selectedMetric(search))
}

/** The number whose users an address lists, if any; also that of a link with the former names. */
export function selectedMetric(search: Record<string, unknown>): MetricSelector | undefined {
  const given = search.behind === undefined ? withoutPrefix(search) : withoutFormerNames(search)
  const { metric } = text(given, 'metric')
  const channel = channels.find((candidate) => candidate === given.channel)
  return metric === undefined
    ? undefined
    : {
        metric,
        ...(channel === undefined ? {} : { channel }),
        ...text(given, 'step'),
        ...text(given, 'goal'),
        ...(given.link_url === '' ? { link_url: '' } : text(given, 'link_url')),
        ...text(given, 'reason'),
        ...readAttribution(given),
        ...text(given, 'from_step'),
        ...text(given, 'to_step'),
        ...text(given, 'end'),
      }
}

/** The same address with the users of a number listed, or with none. */
export function withContributors(
  search: Record<string, unknown>,
  selector: MetricSelector | undefined,
): Record<string, unknown> {
  const others = Object.entries(search).filter(([name]) => !name.startsWith(PREFIX))
  return { ...Object.fromEntries(others), ...prefixed(selector) }
}

function withoutPrefix(search: Record<string, unknown>): Record<string, unknown> {
  const own = Object.entries(search).filter(([name]) => name.startsWith(PREFIX))
  return Object.fromEntries(own.map(([name, value]) => [name.slice(PREFIX.length), value]))
}

function withoutFormerNames(search: Record<string, unknown>): Record<string, unknown> {
  const given = Object.entries(formerNames).map(([former, name]): [string, unknown] => [name, search[former]])
  return { ...Object.fromEntries(given), ...(search.on === FORMER_NO_LINK ? { link_url: '' } : {}) }
}

function prefixed(selector: MetricSelector | undefined): ContributorsSearch {
  return Object.fromEntries(Object.entries(selector ?? {}).map(([name, value]) => [PREFIX + name, value]))
}
