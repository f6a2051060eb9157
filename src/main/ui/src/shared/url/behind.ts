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
  /** To which messages conversions count. */
  readonly attribution?: 'last' | 'first' | undefined
  readonly touch?: 'opened_else_sent' | undefined
  /** Of a passage on trips, what is before it, what follows, or how the trip ends. */
  readonly fromStep?: string | undefined
  readonly toStep?: string | undefined
  readonly end?: string | undefined
}

/** The same as the address holds it. */
export interface BehindSearch {
  readonly behind?: string
  readonly in?: Channel
  readonly at?: string
  readonly for?: string
  readonly because?: string
  readonly on?: string
  readonly credit?: 'last' | 'first'
  readonly touched?: 'opened_else_sent'
  readonly after?: string
  readonly next?: string
  readonly end?: string
}

const names = ['behind', 'in', 'at', 'for', 'because', 'on', 'credit', 'touched', 'after', 'next', 'end']

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
    ...(search.credit === 'last' || search.credit === 'first' ? { credit: search.credit } : {}),
    ...(search.touched === 'opened_else_sent' ? { touched: search.touched } : {}),
    ...text(search, 'after'),
    ...text(search, 'next'),
    ...text(search, 'end'),
  }
}

/** What the address says; undefined where no number is opened. */
export function behindOf(search: BehindSearch): Behind | undefined {
  const { behind, in: channel, at, for: goal, because, on, credit, touched, after, next, end } = search
  return behind === undefined
    ? undefined
    : {
        metric: behind,
        channel,
        step: at,
        goal,
        reason: because,
        ...(on === undefined ? {} : { link: on === NO_LINK ? '' : on }),
        ...(credit === undefined ? {} : { attribution: credit }),
        ...(touched === undefined ? {} : { touch: touched }),
        ...(after === undefined ? {} : { fromStep: after }),
        ...(next === undefined ? {} : { toStep: next }),
        ...(end === undefined ? {} : { end }),
      }
}

/** The same address with a number opened, or with none. */
export function withBehind(search: Record<string, unknown>, behind: Behind | undefined): Record<string, unknown> {
  const others = Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)))
  if (behind === undefined) {
    return others
  }
  const { metric, channel, step, goal, reason, link, attribution, touch, fromStep, toStep, end } = behind
  return {
    ...others,
    ...readBehind({
      behind: metric,
      in: channel,
      at: step,
      for: goal,
      because: reason,
      on: link === '' ? NO_LINK : link,
      credit: attribution,
      touched: touch,
      after: fromStep,
      next: toStep,
      end,
    }),
  }
}

/** The parameters that the API takes for it. */
export function behindParameters(behind: Behind): BehindParameters {
  const { metric, channel, step, goal, reason, link, attribution, touch, fromStep, toStep, end } = behind
  return {
    metric,
    ...(channel === undefined ? {} : { channel }),
    ...(step === undefined ? {} : { step }),
    ...(goal === undefined ? {} : { goal }),
    ...(reason === undefined ? {} : { reason }),
    ...(link === undefined ? {} : { link_url: link }),
    ...(attribution === undefined ? {} : { attribution }),
    ...(touch === undefined ? {} : { touch }),
    ...(fromStep === undefined ? {} : { from_step: fromStep }),
    ...(toStep === undefined ? {} : { to_step: toStep }),
    ...(end === undefined ? {} : { end }),
  }
}

interface BehindParameters {
  readonly metric: string
  readonly channel?: Channel
  readonly step?: string
  readonly goal?: string
  readonly reason?: string
  readonly link_url?: string
  readonly attribution?: 'last' | 'first'
  readonly touch?: 'opened_else_sent'
  readonly from_step?: string
  readonly to_step?: string
  readonly end?: string
}
