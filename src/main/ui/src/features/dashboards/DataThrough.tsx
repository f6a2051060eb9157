import { Tooltip } from '@mantine/core'
import { formatClock, formatDay } from '@/shared/format/times'
import { StaleBadge } from '@/shared/ui/StaleBadge'
import styles from './DataThrough.module.css'
import { useAnswered } from './useAnswered'
import { useView } from './useView'

/** The time up to which the numbers include events. */
export function DataThrough() {
  const view = useView()
  const { timeZone } = view
  const data = useAnswered(view, view.period)
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
