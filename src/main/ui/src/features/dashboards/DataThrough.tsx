import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMatch } from '@tanstack/react-router'
import { formatClock, formatDay } from '@/shared/format/times'
import { StaleBadge } from '@/shared/ui/StaleBadge'
import { audienceQuery, overviewQuery } from './queries'
import styles from './DataThrough.module.css'
import { useView } from './useView'

/** The time up to which the numbers include events. */
export function DataThrough() {
  const { journeyId, period, timeZone, interval } = useView()
  // The overview asks for everything in one request, which this must not double.
  const isOverview = useMatch({ from: '/signed-in/journeys/$journey/', shouldThrow: false }) !== undefined
  const overview = useQuery({ ...overviewQuery(journeyId, period, interval), enabled: isOverview })
  const audience = useQuery({ ...audienceQuery(journeyId, period), enabled: !isOverview })
  const { data } = isOverview ? overview : audience
  if (data === undefined) {
    return <span className={styles.place} />
  }
  const from = data.data.period.data_from
  return data.stale ? (
    <StaleBadge asOf={data.asOf} timeZone={timeZone} />
  ) : (
    <Tooltip
      label={`Includes every event received up to this time.${
        from === undefined ? '' : ' Events before the first day are no longer kept.'
      } Times are in ${timeZone}. Numbers refresh automatically.`}
    >
      <button type="button" className={styles.place}>
        Data {from === undefined ? '' : `from ${formatDay(from, timeZone)} `}through {formatClock(data.asOf, timeZone)}
      </button>
    </Tooltip>
  )
}
