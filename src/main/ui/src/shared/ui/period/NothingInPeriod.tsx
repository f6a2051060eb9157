import { Link, useSearch } from '@tanstack/react-router'
import { readPeriod, withPeriod } from '@/shared/url/period'

interface NothingInPeriodProps {
  /** What there is none of, as in a sentence: `entrances`. */
  readonly what?: string
  /** When it will appear, or why it is good that there is none. */
  readonly hint?: string | undefined
}

/** Shown instead of an empty chart, with a link to the whole time. */
export function NothingInPeriod({ what = 'data', hint = '' }: NothingInPeriodProps) {
  const search: Record<string, unknown> = useSearch({ strict: false })
  return readPeriod(search).period === undefined ? (
    <p>
      No {what} yet. {hint}
    </p>
  ) : (
    <p>
      No {what} in this period. {hint}{' '}
      <Link to="." search={(before: Record<string, unknown>) => withPeriod(before, {})}>
        Show overall
      </Link>
    </p>
  )
}
