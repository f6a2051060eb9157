import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { ErrorState } from '@/shared/ui/ErrorState'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Skeleton } from '@/shared/ui/Skeleton'
import styles from './PageStates.module.css'

/** A page whose script is still on its way. */
export function PagePending() {
  return (
    <div className={styles.pending} aria-hidden="true">
      <Skeleton height={96} />
      <Skeleton height={280} />
    </div>
  )
}

/** A page that could not be shown. */
export function PageError({ error, reset }: ErrorComponentProps) {
  return (
    <div className={styles.page}>
      <ErrorState problem={error} onRetry={reset} />
    </div>
  )
}

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <main className={styles.page}>
      <EmptyState title="There is no such page" action={<Link to="/journeys">Go to the journeys</Link>}>
        The address may be incomplete, or from another version.
      </EmptyState>
    </main>
  )
}
