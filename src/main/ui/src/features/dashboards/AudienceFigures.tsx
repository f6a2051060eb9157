import { Link, useParams } from '@tanstack/react-router'
import type { Schemas } from '@/shared/api/client'
import { metricsOf, type Metric } from '@/shared/metrics/catalogue'
import { FigureCard } from '@/shared/ui/FigureCard'
import { ContributorsLink } from './ContributorsLink'

type Audience = Schemas['OverviewAudience']
type Key = keyof Audience

const worse: readonly string[] = ['drop_offs', 'internal_errors', 'sending_errors']

interface AudienceFiguresProps {
  readonly data: Audience | undefined
  readonly before: Audience | undefined
  readonly keys?: readonly Key[]
}

/** The key figures of the audience, each a way to the users behind it. */
export function AudienceFigures({ data, before, keys }: AudienceFiguresProps) {
  return metricsOf('audience')
    .filter((metric) => keys === undefined || keys.some((key) => key === metric.key))
    .map((metric) => (
      <FigureCard
        key={metric.key}
        metric={metric}
        value={data?.[metric.key as Key]}
        // The period does not apply to it.
        previous={metric.key === 'in_journey_now' ? undefined : before?.[metric.key as Key]}
        moreIsWorse={worse.includes(metric.key)}
        link={(number) => <UsersLink metric={metric}>{number}</UsersLink>}
      />
    ))
}

/** Users in the journey now are in the user list; those behind other numbers are listed by number. */
function UsersLink({ metric, children }: { readonly metric: Metric; readonly children: string }) {
  const { journey } = useParams({ from: '/signed-in/journeys/$journey' })
  return metric.key === 'in_journey_now' ? (
    <Link
      to="/journeys/$journey/audience"
      params={{ journey }}
      search={{ status: 'in_progress' }}
      hash="users"
      title="Show the users"
      aria-label={`${metric.title}: ${children}, view users`}
    >
      {children}
    </Link>
  ) : (
    <ContributorsLink selector={{ metric: metric.key }}>{children}</ContributorsLink>
  )
}
