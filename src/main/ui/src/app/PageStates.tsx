import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { ErrorState } from '@/shared/ui/ErrorState'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Skeleton } from '@/shared/ui/Skeleton'
import styles from './PageStates.module.css'

/** A page whose script is loading. */
export function PagePending() {
  return (
    <div className={styles.pending} aria-hidden="true">
      <Skeleton height={96} />
      <Skeleton height={280} />
    </div>
  )
}

/** A page that failed to load. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return (
    <div className={styles.page}>
      <ErrorState problem={error} onRetry={reset} />
    </div>
  )
}

/** An unknown address. */
export function NotFound() {
  return (
    <main className={styles.page}>
      <EmptyState title="Page not found" action={<Link to="/journeys">Go to the journeys</Link>}>
        The address may be incomplete, or from another version.
      </EmptyState>
    </main>
  )
}
