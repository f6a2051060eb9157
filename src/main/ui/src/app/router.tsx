import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { readHistory } from '@/features/audit/history'
import { dashboardLoaders } from '@/features/dashboards/loaders'
import { readExports } from '@/features/exports/drawer'
import { categoriesQuery, journeyListQuery, readJourneyList } from '@/features/journeys/journeyList'
import { ApiProblem } from '@/shared/api/problem'
import { ask } from '@/shared/api/queries'
import { journeyHistoryQuery, journeyQuery } from '@/shared/api/journeys'
import { sessionQuery } from '@/shared/api/session'
import { isAnythingUnsaved } from '@/shared/ui/unsaved'
import { readContributors } from '@/shared/url/contributors'
import { ownAddress } from '@/shared/url/own'
import { periodOf, readPeriod } from '@/shared/url/period'
import { readCommunications, readFlow, readGoals, readUser, readUsers } from '@/shared/url/views'
import { NotFound, PageError, PagePending } from './PageStates'
import { Shell } from './Shell'

interface Context {
  readonly queryClient: QueryClient
}

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFound })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: ({ next, ended }: Record<string, unknown>): { next?: string; ended?: true } => {
    const own = ownAddress(next)
    return { ...(own === undefined ? {} : { next: own }), ...(ended === true ? { ended } : {}) }
  },
  component: lazyRouteComponent(() => import('@/features/session/SignInPage'), 'SignInPage'),
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  validateSearch: readExports,
  component: Shell,
  errorComponent: PageError,
  loader: async ({ context, location }) => {
    try {
      await context.queryClient.query({ ...sessionQuery, staleTime: 'static' })
    } catch (problem) {
      if (problem instanceof ApiProblem && (problem.status === 401 || problem.status === 403)) {
        throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
      }
      throw problem
    }
  },
})

const start = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/journeys', replace: true })
  },
})

const journeys = createRoute({
  getParentRoute: () => signedIn,
  path: '/journeys',
  // The list has no period; it keeps that of the journey that was open for the next one.
  validateSearch: (search: Record<string, unknown>) => ({ ...readJourneyList(search), ...readPeriod(search) }),
  loaderDeps: ({ search }) => readJourneyList({ ...search }),
  loader: ({ context, deps }) => {
    ask(context.queryClient.infiniteQuery(journeyListQuery(deps)))
    ask(context.queryClient.query(categoriesQuery))
  },
  component: lazyRouteComponent(() => import('./JourneyListPage'), 'JourneyListPage'),
})

const journey = createRoute({
  getParentRoute: () => signedIn,
  path: '/journeys/$journey',
  validateSearch: (search: Record<string, unknown>) => ({
    ...readPeriod(search),
    ...readContributors(search),
    ...readUser(search),
  }),
  loader: ({ context, params }) => {
    ask(context.queryClient.query(journeyQuery(params.journey)))
  },
  component: lazyRouteComponent(() => import('./JourneyPage'), 'JourneyPage'),
})

const overview = createRoute({
  getParentRoute: () => journey,
  path: '/',
  loaderDeps: ({ search }) => periodOf(search),
  loader: ({ context, params, deps }) => {
    dashboardLoaders.overview(context.queryClient, params.journey, deps)
  },
  component: lazyRouteComponent(() => import('@/features/dashboards/OverviewPage'), 'OverviewPage'),
})

const performance = createRoute({
  getParentRoute: () => journey,
  path: '/performance',
  validateSearch: readGoals,
  loaderDeps: ({ search }) => periodOf(search),
  loader: ({ context, params, deps }) => {
    dashboardLoaders.performance(context.queryClient, params.journey, deps)
  },
  component: lazyRouteComponent(() => import('@/features/dashboards/PerformancePage'), 'PerformancePage'),
})

const audience = createRoute({
  getParentRoute: () => journey,
  path: '/audience',
  validateSearch: readUsers,
  loaderDeps: ({ search }) => periodOf(search),
  loader: ({ context, params, deps }) => {
    dashboardLoaders.audience(context.queryClient, params.journey, deps)
  },
  component: lazyRouteComponent(() => import('@/features/dashboards/AudiencePage'), 'AudiencePage'),
})

const communications = createRoute({
  getParentRoute: () => journey,
  path: '/communications',
  validateSearch: readCommunications,
  loaderDeps: ({ search }) => periodOf(search),
  loader: ({ context, params, deps }) => {
    dashboardLoaders.communications(context.queryClient, params.journey, deps)
  },
  component: lazyRouteComponent(() => import('@/features/dashboards/CommunicationsPage'), 'CommunicationsPage'),
})

const health = createRoute({
  getParentRoute: () => journey,
  path: '/health',
  validateSearch: readGoals,
  loaderDeps: ({ search }) => periodOf(search),
  loader: ({ context, params, deps }) => {
    dashboardLoaders.health(context.queryClient, params.journey, deps)
  },
  component: lazyRouteComponent(() => import('@/features/dashboards/HealthPage'), 'HealthPage'),
})

const flow = createRoute({
  getParentRoute: () => journey,
  path: '/flow',
  validateSearch: readFlow,
  loaderDeps: ({ search }) => periodOf(search),
  loader: ({ context, params, deps }) => {
    dashboardLoaders.flow(context.queryClient, params.journey, deps)
  },
  component: lazyRouteComponent(() => import('@/features/dashboards/FlowPage'), 'FlowPage'),
})

/** The former page of steps; its addresses lead to the flow. */
const steps = createRoute({
  getParentRoute: () => journey,
  path: '/steps',
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/journeys/$journey/flow', params, search, replace: true })
  },
})

const settings = createRoute({
  getParentRoute: () => journey,
  path: '/settings',
  loader: ({ context, params }) => {
    ask(context.queryClient.query(journeyHistoryQuery(params.journey)))
  },
  component: lazyRouteComponent(() => import('@/features/journeys/settings/SettingsPage'), 'SettingsPage'),
})

const tenantSettings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('./SettingsPage'), 'SettingsPage'),
})

const tenantSettingsStart = createRoute({
  getParentRoute: () => tenantSettings,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/tenant/TenantSettingsPage'), 'TenantSettingsPage'),
})

const tenantHistory = createRoute({
  getParentRoute: () => tenantSettings,
  path: '/history',
  validateSearch: readHistory,
  component: lazyRouteComponent(() => import('@/features/audit/HistoryCard'), 'HistoryCard'),
})

const tree = root.addChildren([
  signIn,
  signedIn.addChildren([
    start,
    journeys,
    tenantSettings.addChildren([tenantSettingsStart, tenantHistory]),
    journey.addChildren([overview, performance, audience, communications, health, flow, steps, settings]),
  ]),
])

/** The pages and their addresses. */
export function newRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    // The queries decide what is cached.
    defaultPreloadStaleTime: 0,
    // Parameters that no page reads, or that make no sense, leave the address before a page sees them.
    search: { strict: true },
    defaultPendingComponent: PagePending,
    defaultErrorComponent: PageError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  })
}

/**
 * Opens the sign-in page when the session has ended; signing in leads back. A form with unsaved input stays open, and
 * reports the end of the session when it is saved.
 */
export function leaveForSignIn(router: ReturnType<typeof newRouter>, queryClient: QueryClient): void {
  const { pathname, href } = router.latestLocation
  // On the way to the first page, its loader finds out.
  const signedIn = queryClient.getQueryData(sessionQuery.queryKey) !== undefined
  if (signedIn && pathname !== '/sign-in' && !isAnythingUnsaved()) {
    void router.navigate({ to: '/sign-in', search: { next: href, ended: true } }).then(() => {
      queryClient.clear()
    })
  }
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}
