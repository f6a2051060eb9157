import { Link, useSearch } from '@tanstack/react-router'
import { readPeriod, withPeriod } from '@/shared/url/period'

/** What stands where there is nothing to show, with a way to where there may be more. */
export function NothingInPeriod() {
  const search: Record<string, unknown> = useSearch({ strict: false })
  return readPeriod(search).period === undefined ? (
    <p>Nothing yet.</p>
  ) : (
    <p>
      Nothing in this period.{' '}
      <Link to="." search={(before: Record<string, unknown>) => withPeriod(before, {})}>
        Show overall
      </Link>
    </p>
  )
}
