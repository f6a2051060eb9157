import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { formatClock } from '@/shared/format/times'
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
  return data.stale ? (
    <StaleBadge asOf={data.asOf} timeZone={timeZone} />
  ) : (
    <Tooltip
      label={`Every event accepted until then is counted. Times are in ${timeZone}; numbers refresh by themselves.`}
    >
      <button type="button" className={styles.place}>
        Data through {formatClock(data.asOf, timeZone)}
      </button>
    </Tooltip>
  )
}
