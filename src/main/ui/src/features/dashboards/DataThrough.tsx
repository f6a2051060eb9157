import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatClock, formatDay } from '@/shared/format/times'
import { StaleBadge } from '@/shared/ui/StaleBadge'
import { audienceQuery } from './queries'
import styles from './DataThrough.module.css'
import { useView } from './useView'

/** Until when events are in the numbers shown. */
export function DataThrough() {
  const { journeyId, period, timeZone } = useView()
  const { data } = useQuery(audienceQuery(journeyId, period))
  if (data === undefined) {
    return <span className={styles.place} />
  }
  const from = data.data.period.data_from
  return data.stale ? (
    <StaleBadge asOf={data.asOf} timeZone={timeZone} />
  ) : (
    <Tooltip
      label={`Every event accepted until then is counted${
        from === undefined ? '' : '; earlier ones than the first day are no longer kept'
      }. Times are in ${timeZone}; numbers refresh by themselves.`}
    >
      <button type="button" className={styles.place}>
        Data {from === undefined ? '' : `from ${formatDay(from, timeZone)} `}through {formatClock(data.asOf, timeZone)}
      </button>
    </Tooltip>
  )
}
