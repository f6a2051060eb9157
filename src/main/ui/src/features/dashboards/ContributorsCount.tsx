import { formatCount } from '@/shared/format/numbers'
import type { MetricSelector } from '@/shared/url/contributors'
import { ContributorsLink } from './ContributorsLink'

interface ContributorsCountProps {
  readonly selector: MetricSelector
  readonly count: number | null
  /** What the number is called where its metric says too little, such as a goal. */
  readonly name?: string
}

/** A count that opens the users behind it, if there are any. */
export function ContributorsCount({ selector, count, name }: ContributorsCountProps) {
  return count === null || count === 0 ? (
    formatCount(count)
  ) : (
    <ContributorsLink selector={selector} name={name}>
      {formatCount(count)}
    </ContributorsLink>
  )
}
