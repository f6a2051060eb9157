import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answer, api, type Schemas } from '@/shared/api/client'
import type { Channel } from '@/shared/metrics/channels'
import type { MetricSelector } from '@/shared/url/contributors'
import type { AskedInterval } from '@/shared/url/interval'
import { periodQuery, type AskedPeriod } from '@/shared/url/period'
import type { AttributionSearch, UsersSearch } from '@/shared/url/views'

/** Interval in which the numbers on a page are refreshed. */
const REFRESH = 30_000
const USERS = 200
const LINKS = 200

const lively = { refetchInterval: REFRESH } as const

/** What the overview shows of each dashboard. */
export function overviewQuery(journey: string, period: AskedPeriod, interval: AskedInterval) {
  const query = { ...periodQuery(period), interval }
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'overview', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/journeys/{journey}/stats/overview', { params: { path: { journey }, query }, signal })),
  })
}

/** The audience of a journey. */
export function audienceQuery(journey: string, period: AskedPeriod) {
  const query = periodQuery(period)
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'audience', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/journeys/{journey}/stats/audience', { params: { path: { journey }, query }, signal })),
  })
}

/** How each goal converts. */
export function performanceQuery(journey: string, period: AskedPeriod) {
  const query = periodQuery(period)
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'performance', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/journeys/{journey}/stats/performance', { params: { path: { journey }, query }, signal })),
  })
}

/** The journey at a glance, with its charts. */
export function healthQuery(journey: string, period: AskedPeriod, interval: AskedInterval) {
  const query = { ...periodQuery(period), interval }
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'health', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/journeys/{journey}/stats/health', { params: { path: { journey }, query }, signal })),
  })
}

/** The channels of the journey, and those with messages in the period. */
export function channelsQuery(journey: string, period: AskedPeriod) {
  const query = periodQuery(period)
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'channels', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/journeys/{journey}/stats/channels', { params: { path: { journey }, query }, signal })),
  })
}

/** A channel's metrics and their course. */
export function channelQuery(journey: string, channel: Channel, period: AskedPeriod, interval: AskedInterval) {
  const query = { ...periodQuery(period), interval }
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'channel', channel, query],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/journeys/{journey}/stats/channels/{channel}', {
          params: { path: { journey, channel }, query },
          signal,
        }),
      ),
  })
}

/** A channel's messages, measured against a goal where one is chosen. */
export function messagesQuery(
  journey: string,
  channel: Channel,
  period: AskedPeriod,
  goal: string | undefined,
  attribution: AttributionSearch,
) {
  const query = { ...periodQuery(period), ...(goal === undefined ? {} : { goal, ...attribution }) }
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'messages', channel, query],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/journeys/{journey}/stats/channels/{channel}/messages', {
          params: { path: { journey, channel }, query },
          signal,
        }),
      ),
  })
}

/** How often each link of a message was clicked. */
export function linksQuery(journey: string, channel: Channel, step: string, period: AskedPeriod) {
  const query = { ...periodQuery(period), limit: LINKS }
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'links', channel, step, query],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/journeys/{journey}/stats/channels/{channel}/messages/{step}/links', {
          params: { path: { journey, channel, step }, query },
          signal,
        }),
      ),
  })
}

/** Which custom events a timeline shows. */
export type Customs = 'conversions' | 'all' | 'none'

/** What happened to one user in a journey, page by page. */
export function timelineQuery(journey: string, userId: string, custom: Customs) {
  const query = { user_id: userId, custom, limit: USERS }
  return infiniteQueryOptions({
    queryKey: ['stats', journey, 'timeline', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/journeys/{journey}/timeline', {
          params: { path: { journey }, query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.data.next_cursor,
  })
}

/** The journeys that a user is in or was in. */
export function userJourneysQuery(userId: string) {
  return queryOptions({
    queryKey: ['userJourneys', userId],
    queryFn: ({ signal }) =>
      answer(api.GET('/users/journeys', { params: { query: { user_id: userId, limit: USERS } }, signal })),
  })
}

/** What went wrong in a channel. */
export function issuesQuery(journey: string, channel: Channel, period: AskedPeriod) {
  const query = periodQuery(period)
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'issues', channel, query],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/journeys/{journey}/stats/channels/{channel}/delivery-issues', {
          params: { path: { journey, channel }, query },
          signal,
        }),
      ),
  })
}

/** The users who entered, page by page. */
export function usersQuery(journey: string, period: AskedPeriod, { search, status }: UsersSearch) {
  const query = {
    ...periodQuery(period),
    ...(search === undefined ? {} : { search }),
    ...(status === undefined ? {} : { status }),
    limit: USERS,
  }
  return infiniteQueryOptions({
    queryKey: ['stats', journey, 'users', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/journeys/{journey}/users', {
          params: { path: { journey }, query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.data.next_cursor,
  })
}

/** The numbers of each step. */
export function stepsQuery(journey: string, period: AskedPeriod) {
  const query = periodQuery(period)
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'steps', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/journeys/{journey}/stats/steps', { params: { path: { journey }, query }, signal })),
  })
}

/** The ways that users take through the journey. */
export function flowQuery(journey: string, period: AskedPeriod) {
  const query = periodQuery(period)
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'flow', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/journeys/{journey}/stats/flow', { params: { path: { journey }, query }, signal })),
  })
}

/** A duration: what is measured, and of what. */
export interface AskedDuration {
  readonly measure: Schemas['DurationMeasure']
  readonly goal?: string
  readonly channel?: Channel
  readonly step?: string
}

/** How long something takes. */
export function durationsQuery(
  journey: string,
  { measure, goal, channel, step }: AskedDuration,
  period: AskedPeriod,
  interval: AskedInterval,
) {
  const query = {
    ...periodQuery(period),
    interval,
    measure,
    ...(goal === undefined ? {} : { goal }),
    ...(channel === undefined ? {} : { channel }),
    ...(step === undefined ? {} : { step_id: step }),
  }
  return queryOptions({
    ...lively,
    queryKey: ['stats', journey, 'durations', query],
    queryFn: ({ signal }) =>
      answer(api.GET('/journeys/{journey}/stats/durations', { params: { path: { journey }, query }, signal })),
  })
}

/** The users behind a number, page by page. */
export function contributorsQuery(journey: string, period: AskedPeriod, selector: MetricSelector) {
  const query = { ...periodQuery(period), ...selector, limit: USERS }
  return infiniteQueryOptions({
    queryKey: ['stats', journey, 'contributors', query],
    queryFn: ({ signal, pageParam }) =>
      answer(
        api.GET('/journeys/{journey}/stats/users', {
          params: { path: { journey }, query: { ...query, ...(pageParam === null ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.data.next_cursor,
  })
}
