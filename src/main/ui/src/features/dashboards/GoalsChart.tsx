import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Schemas } from '@/shared/api/client'
import { metricOf } from '@/shared/metrics/catalogue'
import { ChartCard } from '@/shared/ui/chart/ChartCard'
import { Definition } from '@/shared/ui/Definition'
import { readGoals } from '@/shared/url/views'
import { leading } from './goals'
import { goalsChart } from './healthCharts'
import { SeriesPicker } from './SeriesPicker'
import { useHealth } from './useHealth'
import { useView } from './useView'

type Goal = Schemas['Goal']

const count = metricOf('goal', 'count')

/** The users who reached each goal over time; of many goals, the leading ones or those that are picked. */
export function GoalsChart() {
  const view = useView()
  const { now, data, before } = useHealth()
  const goals = view.journey?.goals ?? []
  const [chosen, choose] = useChosenGoals(goals, data?.series)
  return (
    <ChartCard
      title={<Definition metric={count} title="Goals achieved" />}
      actions={
        goals.length > 1 ? (
          <SeriesPicker
            label="Goals"
            options={goals.map(({ id, name }) => ({ key: id, title: name }))}
            chosen={chosen.map(({ id }) => id)}
            onChoose={choose}
          />
        ) : undefined
      }
      model={goalsChart(view, chosen, {
        points: data?.series,
        interval: data?.interval,
        before: before?.series,
        asOf: now.data?.asOf,
      })}
    />
  )
}

/** The goals that the address picks, or the leading ones. */
function useChosenGoals(
  goals: readonly Goal[],
  points: readonly Schemas['HealthPoint'][] = [],
): [readonly Goal[], (ids: readonly string[]) => void] {
  const { goals: picked = [] } = readGoals(useSearch({ strict: false }))
  const navigate = useNavigate()
  const named = goals.filter(({ id }) => picked.includes(id))
  const sumOf = ({ id }: Goal) => points.reduce((sum, point) => sum + (point.goals_achieved[id] ?? 0), 0)
  return [
    named.length === 0 ? leading(goals, sumOf) : named,
    (ids) => {
      void navigate({
        to: '.',
        replace: true,
        resetScroll: false,
        search: (before: Record<string, unknown>) => ({ ...before, goals: [...ids] }),
      })
    },
  ]
}
