import { Link } from '@tanstack/react-router'
import { withContributors, type MetricSelector } from '@/shared/url/contributors'
import styles from './ContributorsLink.module.css'
import { selectedMetricTitle } from './selectors'

interface ContributorsLinkProps {
  readonly selector: MetricSelector
  /** What the number is called where its metric says too little, such as a goal. */
  readonly name?: string | undefined
  readonly children: string
}

/** A number that links to the users behind it. */
export function ContributorsLink({ selector, name = selectedMetricTitle(selector), children }: ContributorsLinkProps) {
  return (
    <Link
      to="."
      search={(before: Record<string, unknown>) => withContributors(before, selector)}
      resetScroll={false}
      preload={false}
      title="Show the users"
      aria-label={/\d/.test(children) ? `${name}: ${children}, view users` : undefined}
      className={styles.link}
    >
      {children}
    </Link>
  )
}
