import { Tooltip } from '@mantine/core'
import { formatCount } from '@/shared/format/numbers'
import styles from './Accounting.module.css'

interface AccountingProps {
  readonly entrances: number
  readonly inJourneyNow: number
  readonly exits: number
  readonly dropOffs: number
  /** Whether the numbers are of all time. */
  readonly overall: boolean
}

/** How entrances add up to users in the journey, exits and drop-offs, or why they do not. */
export function Accounting({ entrances, inJourneyNow, exits, dropOffs, overall }: AccountingProps) {
  const rest = entrances - inJourneyNow - exits - dropOffs
  const parts = `${formatCount(inJourneyNow)} in journey + ${formatCount(exits)} exits + ${formatCount(dropOffs)} drop-offs`
  return rest === 0 ? (
    <p className={styles.line}>
      {formatCount(entrances)} entrances = {parts}
    </p>
  ) : (
    <p className={styles.line}>
      {formatCount(entrances)} entrances, {parts}.{' '}
      <Tooltip label={reason(rest, overall)}>
        <button type="button" className={styles.why}>
          Why don’t these add up?
        </button>
      </Tooltip>
    </p>
  )
}

/** Why there are more entrances than ends, or fewer. */
export function reason(rest: number, overall: boolean): string {
  if (!overall) {
    return (
      'People who entered earlier can exit in this period, people who entered in it can exit later, and “In journey ' +
      'now” is always as of now.'
    )
  }
  const difference = formatCount(Math.abs(rest))
  return rest > 0
    ? `${difference} more entrances: users entered again while they were still in the journey.`
    : `${difference} more exits and drop-offs: users left more than once, or their entrance has not been reported.`
}
