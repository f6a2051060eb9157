import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useSession } from '@/shared/api/session'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import styles from './SettingsPage.module.css'

const sections = [
  { to: '/settings', title: 'Retention and usage', exact: true },
  { to: '/settings/history', title: 'History', exact: false },
] as const

/** The settings and the history of the tenant. */
export function SettingsPage() {
  const { pathname } = useLocation()
  usePageTitle(sections.findLast(({ to }) => pathname.startsWith(to))?.title, 'Settings')
  const { tenant } = useSession()
  return (
    <div className={styles.page}>
      <h1>Settings of {tenant.name}</h1>
      <nav aria-label="Settings">
        <ul className={styles.sections}>
          {sections.map(({ to, title, exact }) => (
            <li key={to}>
              <Link
                to={to}
                className={styles.section}
                activeOptions={{ exact, includeSearch: false }}
                activeProps={{ 'data-active': true }}
              >
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Outlet />
    </div>
  )
}
