import { ArrowDownRight, ArrowRight, ArrowUpRight } from 'lucide-react'
import type { Change } from '@/shared/format/numbers'
import styles from './ChangeMark.module.css'

const signs = { up: ArrowUpRight, down: ArrowDownRight, same: ArrowRight }
const words = { up: 'up', down: 'down', same: 'unchanged' }

/** The change of a number against the previous period: an arrow, a word for screen readers, and the amount. */
export function ChangeMark({
  change,
  moreIsWorse = false,
}: {
  readonly change: Change
  readonly moreIsWorse?: boolean
}) {
  const Sign = signs[change.direction]
  const good = change.direction === (moreIsWorse ? 'down' : 'up')
  const tone = change.direction === 'same' ? 'neutral' : good ? 'good' : 'bad'
  return (
    <span className={styles.mark} data-tone={tone}>
      <Sign size={13} aria-hidden="true" />
      <span className="visually-hidden">{words[change.direction]} </span>
      {change.amount}
      {change.unit === 'points' ? <abbr title="percentage points">pp</abbr> : null}
      <span className="visually-hidden"> against the previous period</span>
    </span>
  )
}
