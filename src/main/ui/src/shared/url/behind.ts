import { channels, type Channel } from '@/shared/metrics/channels'
import { text } from './views'

/** A number whose users are shown: its metric, and what it is about. */
export interface Behind {
  readonly metric: string
  readonly channel?: Channel | undefined
  readonly step?: string | undefined
  /** The goal that it is about, or that the message is measured by. */
  readonly goal?: string | undefined
  /** The link that was clicked; empty for clicks that name none. */
  readonly link?: string | undefined
  /** Why messages were not delivered. */
  readonly reason?: string | undefined
}

/** The same as the address holds it. */
export interface BehindSearch {
  readonly behind?: string
  readonly in?: Channel
  readonly at?: string
  readonly for?: string
  readonly because?: string
  readonly on?: string
}

const names = ['behind', 'in', 'at', 'for', 'because', 'on']

/** Stands in addresses for the clicks that name no link. */
const NO_LINK = '-'

/** Reads it out of an address. */
export function readBehind(search: Record<string, unknown>): BehindSearch {
  const channel = channels.find((candidate) => candidate === search.in)
  return {
    ...text(search, 'behind'),
    ...(channel === undefined ? {} : { in: channel }),
    ...text(search, 'at'),
    ...text(search, 'for'),
    ...text(search, 'because'),
    ...text(search, 'on'),
  }
}

/** What the address says; undefined where no number is opened. */
export function behindOf({ behind, in: channel, at, for: goal, because, on }: BehindSearch): Behind | undefined {
  return behind === undefined
    ? undefined
    : {
        metric: behind,
        channel,
        step: at,
        goal,
        reason: because,
        ...(on === undefined ? {} : { link: on === NO_LINK ? '' : on }),
      }
}

/** The same address with a number opened, or with none. */
export function withBehind(search: Record<string, unknown>, behind: Behind | undefined): Record<string, unknown> {
  const others = Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)))
  if (behind === undefined) {
    return others
  }
  const { metric, channel, step, goal, reason, link } = behind
  const on = link === '' ? NO_LINK : link
  return { ...others, ...readBehind({ behind: metric, in: channel, at: step, for: goal, because: reason, on }) }
}

/** The parameters that the API takes for it. */
export function behindParameters({ metric, channel, step, goal, reason, link }: Behind): BehindParameters {
  return {
    metric,
    ...(channel === undefined ? {} : { channel }),
    ...(step === undefined ? {} : { step }),
    ...(goal === undefined ? {} : { goal }),
    ...(reason === undefined ? {} : { reason }),
    ...(link === undefined ? {} : { link_url: link }),
  }
}

interface BehindParameters {
  readonly metric: string
  readonly channel?: Channel
  readonly step?: string
  readonly goal?: string
  readonly reason?: string
  readonly link_url?: string
}
