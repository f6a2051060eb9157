import { Link } from '@tanstack/react-router'
import { withUser } from '@/shared/url/views'
import styles from './ContributorsLink.module.css'

/** A user's id that opens the user's timeline. */
export function UserLink({ userId }: { readonly userId: string }) {
  return (
    <Link
      to="."
      search={(before: Record<string, unknown>) => withUser(before, userId)}
      resetScroll={false}
      preload={false}
      title="Show the timeline"
      className={styles.link}
    >
      {userId}
    </Link>
  )
}
