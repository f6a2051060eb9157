import { NativeSelect, Switch, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation, useMatch, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Activity, ArrowLeft, LayoutGrid, MessagesSquare, Route, Settings, Target, Users } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { OpenedContributors } from '@/features/dashboards/OpenedContributors'
import { OpenedUser } from '@/features/dashboards/OpenedUser'
import { DataThrough } from '@/features/dashboards/DataThrough'
import { useAnswered } from '@/features/dashboards/useAnswered'
import { useView } from '@/features/dashboards/useView'
import { JourneyHeader } from '@/features/journeys/JourneyHeader'
import { journeyQuery } from '@/shared/api/journeys'
import { ApiProblem } from '@/shared/api/problem'
import { useSession } from '@/shared/api/session'
import { formatMoment } from '@/shared/format/times'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { OutageBanner } from '@/shared/ui/OutageBanner'
import { OutageShown, useOutage } from '@/shared/ui/outage'
import { PeriodFilter } from '@/shared/ui/period/PeriodFilter'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { chosenIntervals, comparing, periodOf, readPeriod, withPeriod, type PeriodSearch } from '@/shared/url/period'
import styles from './JourneyPage.module.css'

const sections = [
  { to: '/journeys/$journey', title: 'Overview', Icon: LayoutGrid, exact: true },
  { to: '/journeys/$journey/performance', title: 'Performance', Icon: Target, exact: false },
  { to: '/journeys/$journey/audience', title: 'Audience', Icon: Users, exact: false },
  { to: '/journeys/$journey/communications', title: 'Communications', Icon: MessagesSquare, exact: false },
  { to: '/journeys/$journey/health', title: 'Campaign health', Icon: Activity, exact: false },
  { to: '/journeys/$journey/flow', title: 'Flow', Icon: Route, exact: false },
  { to: '/journeys/$journey/settings', title: 'Settings', Icon: Settings, exact: false },
] as const

/** What all pages of a journey share: its head, one period, the way between dashboards. */
export function JourneyPage() {
  const { journey: journeyId } = useParams({ from: '/signed-in/journeys/$journey' })
  const search = useSearch({ from: '/signed-in/journeys/$journey' })
  const period = periodOf(search)
  const journey = useQuery(journeyQuery(journeyId))
  const nav = useChosenInView()
  const outage = useOutage()
  const { pathname } = useLocation()
  const section = sections.findLast(({ to }) => pathname.startsWith(to.replace('$journey', journeyId)))?.title
  // Settings are the same at all times.
  const timeless = useMatch({ from: '/signed-in/journeys/$journey/settings', shouldThrow: false }) !== undefined
  if (journey.error instanceof ApiProblem && journey.error.status === 404) {
    return <NoSuchJourney />
  }
  return (
    <div className={styles.page}>
      <nav ref={nav} className={styles.nav} aria-label="Journey">
        <Link to="/journeys" search={period} className={styles.back}>
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
            <JourneyHeader journeyId={journeyId} section={section}>
              {timeless ? null : <PeriodControls period={period} />}
            </JourneyHeader>
            {outage ? <OutageBanner /> : null}
            <OutageShown value={outage}>
              <Outlet />
            </OutageShown>
            <OpenedContributors />
            <OpenedUser />
          </>
        )}
      </div>
    </div>
  )
}

/** Keeps the chosen section in view where there is no room for all of them side by side. */
function useChosenInView() {
  const nav = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  useEffect(() => {
    const chosen = nav.current?.querySelector<HTMLElement>('[data-active]')
    if (nav.current !== null && chosen !== null && chosen !== undefined) {
      nav.current.scrollLeft = chosen.offsetLeft - (nav.current.clientWidth - chosen.offsetWidth) / 2
    }
  }, [pathname])
  return nav
}

function NoSuchJourney() {
  usePageTitle('Journey not found')
  return (
    <div className={styles.content}>
      <h1 className="visually-hidden">Journey not found</h1>
      <EmptyState title="Journey not found" action={<Link to="/journeys">Go to the journeys</Link>}>
        The address may be incomplete, or belong to another tenant.
      </EmptyState>
    </div>
  )
}

function PeriodControls({ period }: { readonly period: PeriodSearch }) {
  const { tenant } = useSession()
  const view = useView()
  const compared = useAnswered(view, view.previous)?.data.period
  const dates =
    compared === undefined || compared.from === null || compared.to === null
      ? ''
      : `: ${formatMoment(compared.from, view.timeZone)} to ${formatMoment(compared.to, view.timeZone)}`
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
      <Tooltip
        label={
          overall
            ? 'Overall has no previous period. Choose a period to compare.'
            : `With as many days right before, up to the same time of day where the period is still running${dates}.`
        }
      >
        <div>
          <Switch
            size="xs"
            label="Compare with the previous period"
            classNames={{ label: styles.compare ?? '', track: styles.track ?? '' }}
            // Unlike a disabled control, it can be focused, and then says why.
            aria-disabled={overall}
            checked={!overall && period.compare === true}
            onChange={(event) => {
              if (!overall) {
                go(comparing(period, event.currentTarget.checked))
              }
            }}
          />
        </div>
      </Tooltip>
      <PeriodFilter
        value={period}
        timeZone={tenant.time_zone}
        onChange={(next) => {
          const { interval } = period
          go({
            ...comparing(next, period.compare === true && next.period !== undefined),
            ...(interval === undefined ? {} : { interval }),
          })
        }}
      />
      <NativeSelect
        size="xs"
        aria-label="Interval of charts"
        value={period.interval ?? ''}
        data={[
          { value: '', label: 'Interval: auto' },
          ...chosenIntervals.map((interval) => ({ value: interval, label: `Per ${interval}` })),
        ]}
        onChange={(event) => {
          go(readPeriod({ ...period, interval: event.currentTarget.value }))
        }}
      />
    </div>
  )
}
