import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Schemas } from '@/shared/api/client'
import { journeyQuery } from '@/shared/api/journeys'
import { useSession } from '@/shared/api/session'
import { intervalOf, type AskedInterval } from '@/shared/url/interval'
import { periodQuery, type AskedPeriod, type PeriodSearch } from '@/shared/url/period'

/** The journey and the period of a dashboard. */
export interface View {
  readonly journeyId: string
  /** The journey's definition, once it is there. */
  readonly journey: Schemas['Journey'] | undefined
  readonly period: PeriodSearch
  /** The period before, where it is compared with. */
  readonly previous: AskedPeriod | undefined
  readonly timeZone: string
  /** How long the buckets of charts are to be. */
  readonly interval: AskedInterval
}

/** The view that the address names. */
export function useView(): View {
  const { journey: journeyId } = useParams({ from: '/signed-in/journeys/$journey' })
  const search = useSearch({ from: '/signed-in/journeys/$journey' })
  const { time_zone: timeZone } = useSession().tenant
  const { data: journey } = useQuery(journeyQuery(journeyId))
  const { period, from, to, compare, interval } = search
  return useMemo(() => {
    const chosen: PeriodSearch = periodQuery({
      ...(period === undefined ? {} : { period }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    })
    const overall = chosen.period === 'all'
    return {
      journeyId,
      journey,
      period: chosen,
      previous: compare === true && !overall ? { ...chosen, preceding: 'elapsed' } : undefined,
      timeZone,
      interval: intervalOf({ ...chosen, ...(interval === undefined ? {} : { interval }) }),
    }
  }, [journeyId, journey, period, from, to, compare, interval, timeZone])
}
