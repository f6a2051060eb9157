import { useQuery } from '@tanstack/react-query'
import { useMatch } from '@tanstack/react-router'
import type { Answer, Schemas } from '@/shared/api/client'
import type { AskedPeriod } from '@/shared/url/period'
import { audienceQuery, overviewQuery } from './queries'
import type { View } from './useView'

/** The answer that says which period is shown, and up to when; undefined while it is loading or none is asked for. */
export function useAnswered(
  { journeyId, period, interval }: View,
  asked: AskedPeriod | undefined,
): Answer<{ readonly period: Schemas['ResolvedPeriod'] }> | undefined {
  // The overview asks for everything in one request, which this must not double.
  const isOverview = useMatch({ from: '/signed-in/journeys/$journey/', shouldThrow: false }) !== undefined
  const wanted = asked !== undefined
  const overview = useQuery({
    ...overviewQuery(journeyId, asked ?? period, interval),
    enabled: wanted && isOverview,
  })
  const audience = useQuery({ ...audienceQuery(journeyId, asked ?? period), enabled: wanted && !isOverview })
  return wanted ? (isOverview ? overview : audience).data : undefined
}
