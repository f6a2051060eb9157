import { Switch, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Activity, ArrowLeft, LayoutGrid, MessagesSquare, Route, Target, Users } from 'lucide-react'
import { BehindNumber } from '@/features/dashboards/BehindNumber'
import { DataThrough } from '@/features/dashboards/DataThrough'
import { JourneyHeader } from '@/features/journeys/JourneyHeader'
import { journeyQuery } from '@/shared/api/journeys'
import { useSession } from '@/shared/api/session'
import { ErrorState } from '@/shared/ui/ErrorState'
import { PeriodFilter } from '@/shared/ui/period/PeriodFilter'
import { comparing, periodOf, withPeriod, type PeriodSearch } from '@/shared/url/period'
import styles from './JourneyPage.module.css'

const sections = [
  { to: '/journeys/$journey', title: 'Overview', Icon: LayoutGrid, exact: true },
  { to: '/journeys/$journey/performance', title: 'Performance', Icon: Target, exact: false },
  { to: '/journeys/$journey/audience', title: 'Audience', Icon: Users, exact: false },
  { to: '/journeys/$journey/communications', title: 'Communications', Icon: MessagesSquare, exact: false },
  { to: '/journeys/$journey/health', title: 'Campaign health', Icon: Activity, exact: false },
  { to: '/journeys/$journey/steps', title: 'Steps', Icon: Route, exact: false },
] as const

/** What all pages of a journey share: its head, one period, the way between dashboards. */
export function JourneyPage() {
  const { journey: journeyId } = useParams({ from: '/signed-in/journeys/$journey' })
  const search = useSearch({ from: '/signed-in/journeys/$journey' })
  const period = periodOf(search)
  const journey = useQuery(journeyQuery(journeyId))
  return (
    <div className={styles.page}>
      <nav className={styles.nav} aria-label="Journey">
        <Link to="/journeys" className={styles.back}>
          <ArrowLeft size={15} aria-hidden="true" />
          Journeys
        </Link>
        <ul className={styles.sections}>
          {sections.map(({ to, title, Icon, exact }) => (
            <li key={to}>
              <Link
                to={to}
                params={{ journey: journeyId }}
                search={period}
                className={styles.section}
                activeOptions={{ exact, includeSearch: false }}
                activeProps={{ 'data-active': true }}
              >
                <Icon size={16} aria-hidden="true" />
                {title}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.content}>
        {journey.isError && journey.data === undefined ? (
          <ErrorState problem={journey.error} onRetry={() => void journey.refetch()} />
        ) : (
          <>
            <header className={styles.header}>
              <JourneyHeader journeyId={journeyId} />
              <PeriodControls period={period} />
            </header>
            <Outlet />
            <BehindNumber />
          </>
        )}
      </div>
    </div>
  )
}

function PeriodControls({ period }: { readonly period: PeriodSearch }) {
  const { tenant } = useSession()
  const navigate = useNavigate()
  const go = (next: PeriodSearch) => {
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => withPeriod(before, next),
    })
  }
  const overall = period.period === undefined || period.period === 'all'
  return (
    <div className={styles.controls}>
      <DataThrough />
      <Switch
        size="xs"
        label={
          <Tooltip label="With as many whole days right before. A day that still goes on is compared with a whole one.">
            <span>Compare with the previous period</span>
          </Tooltip>
        }
        classNames={{ label: styles.compare ?? '' }}
        disabled={overall}
        checked={!overall && period.compare === true}
        onChange={(event) => {
          go(comparing(period, event.currentTarget.checked))
        }}
      />
      <PeriodFilter
        value={period}
        timeZone={tenant.time_zone}
        onChange={(next) => {
          go(comparing(next, period.compare === true && next.period !== undefined))
        }}
      />
    </div>
  )
}
