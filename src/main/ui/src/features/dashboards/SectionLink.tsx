import { Link, useParams, useSearch } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { periodOf } from '@/shared/url/period'
import styles from './SectionLink.module.css'

type Section = 'performance' | 'audience' | 'communications' | 'health' | 'flow'

/** The name of a dashboard, which opens it for the same period. */
export function SectionLink({ section, children }: { readonly section: Section; readonly children: string }) {
  const { journey } = useParams({ from: '/signed-in/journeys/$journey' })
  const search = useSearch({ from: '/signed-in/journeys/$journey' })
  return (
    <Link to={`/journeys/$journey/${section}`} params={{ journey }} search={periodOf(search)} className={styles.link}>
      {children}
      <ChevronRight size={15} aria-hidden="true" />
    </Link>
  )
}
