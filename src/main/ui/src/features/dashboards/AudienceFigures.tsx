import { Link, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Schemas } from '@/shared/api/client'
import { metricsOf, type Metric } from '@/shared/metrics/catalogue'
import { FigureCard } from '@/shared/ui/FigureCard'
import { periodOf } from '@/shared/url/period'

type Audience = Schemas['Audience']
type Key = Exclude<keyof Audience, 'period'>

const worse: readonly string[] = ['drop_offs', 'internal_errors', 'sending_errors']

/** Which users are behind a figure: all, or those in a state. */
const behind: Partial<Record<string, Schemas['UserState']>> = {
  in_journey_now: 'in_progress',
  exits: 'exited',
  drop_offs: 'dropped_off',
  internal_errors: 'dropped_off',
  sending_errors: 'dropped_off',
}

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
        // It is of now, whatever the period.
        previous={metric.key === 'in_journey_now' ? undefined : before?.[metric.key as Key]}
        moreIsWorse={worse.includes(metric.key)}
        link={(number) => <UsersLink metric={metric}>{number}</UsersLink>}
      />
    ))
}

function UsersLink({ metric, children }: { readonly metric: Metric; readonly children: ReactNode }) {
  const { journey } = useParams({ from: '/signed-in/journeys/$journey' })
  const search = useSearch({ from: '/signed-in/journeys/$journey' })
  const status = behind[metric.key]
  return (
    <Link
      to="/journeys/$journey/audience"
      params={{ journey }}
      search={{ ...periodOf(search), ...(status === undefined ? {} : { status }) }}
      hash="users"
      title="Show the users"
    >
      {children}
    </Link>
  )
}
