import { formatCount } from '@/shared/format/numbers'
import type { Behind } from '@/shared/url/behind'
import { BehindLink } from './BehindLink'

interface BehindCountProps {
  readonly behind: Behind
  readonly count: number | null
}

/** A count that opens the users behind it, if there are any. */
export function BehindCount({ behind, count }: BehindCountProps) {
  return count === null || count === 0 ? (
    formatCount(count)
  ) : (
    <BehindLink behind={behind}>{formatCount(count)}</BehindLink>
  )
}
