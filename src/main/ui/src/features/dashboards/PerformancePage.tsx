import { NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/shared/api/client'
import { downloadUrl } from '@/shared/api/downloads'
import { formatAmount, formatCount, NOTHING } from '@/shared/format/numbers'
import { metricOf } from '@/shared/metrics/catalogue'
import { Card } from '@/shared/ui/Card'
import { Clamped } from '@/shared/ui/Clamped'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { FigureCard, Figures } from '@/shared/ui/FigureCard'
import { RateBar } from '@/shared/ui/RateBar'
import { conditionsInWords, periodInWords, startOf } from '@/shared/words/goals'
import { ContributorsCount } from './ContributorsCount'
import { ContributorsLink } from './ContributorsLink'
import { DurationCard } from './DurationCard'
import { leading } from './goals'
import { GoalsChart } from './GoalsChart'
import styles from './PerformancePage.module.css'
import { performanceQuery } from './queries'
import { useCompared } from './useCompared'
import { useView, type View } from './useView'

type Goal = Schemas['GoalPerformance']

const count = metricOf('goal', 'count')
const rate = metricOf('goal', 'conversion_rate')
const conversions = metricOf('goal', 'conversions')
const entrances = metricOf('performance', 'entrances')
const withoutValue = metricOf('goal_values', 'conversions_without_value')

/** How each goal converts. */
export function PerformancePage() {
  const view = useView()
  const { now, data, before, problem } = useCompared(view, (period) => performanceQuery(view.journeyId, period))
  if (problem !== null) {
    return <ErrorState problem={problem} onRetry={() => void now.refetch()} />
  }
  const goals = data?.goals ?? []
  const shown = leading(goals, (goal) => goal.count)
  return (
    <>
      <Figures>
        <FigureCard
          metric={entrances}
          value={data?.entrances}
          previous={before?.entrances}
          link={(number) => <ContributorsLink selector={{ metric: entrances.key }}>{number}</ContributorsLink>}
        />
        {shown.map((goal) => (
          <FigureCard
            key={goal.id}
            metric={rate}
            title={goal.name}
            value={goal.conversion_rate}
            previous={before?.goals.find((other) => other.id === goal.id)?.conversion_rate}
            link={(number) => (
              <ContributorsLink selector={{ metric: count.key, goal: goal.id }} name={goal.name}>
                {number}
              </ContributorsLink>
            )}
            note={`${formatCount(goal.count)} users of ${formatCount(data?.entrances)} entrances`}
          />
        ))}
      </Figures>
      {goals.length > shown.length ? (
        <p className={styles.more}>
          The {shown.length} goals with the most users.{' '}
          <Link to="." search={(search: Record<string, unknown>) => search} hash="goals">
            All {goals.length} goals
          </Link>
        </p>
      ) : null}
      <GoalsChart />
      <TimeToConvert view={view} />
      <Card
        id="goals"
        flush
        title="Conversion goals"
        actions={
          <DownloadButton href={downloadUrl(view.journeyId, view.period, { kind: 'goals' })}>
            Download CSV
          </DownloadButton>
        }
      >
        <DataTable
          label="Conversion goals"
          columns={columns(view)}
          rows={data?.goals}
          keyOf={(goal) => goal.id}
          expectedRows={3}
          empty={
            <EmptyState title="No goals yet">
              Add conversion goals in the settings. They also count what users did before.
            </EmptyState>
          }
        />
      </Card>
    </>
  )
}

/** How long users take to reach a goal; of one goal at a time. */
function TimeToConvert({ view }: { readonly view: View }) {
  const [chosen, choose] = useState<string>()
  const goals = view.journey?.goals ?? []
  const goal = goals.find((candidate) => candidate.id === chosen) ?? goals[0]
  return goal === undefined ? null : (
    <DurationCard
      view={view}
      asked={{ measure: 'time_to_convert', goal: goal.id }}
      choice={
        <NativeSelect
          size="xs"
          aria-label="Goal"
          value={goal.id}
          data={goals.map(({ id, name }) => ({ value: id, label: `Goal: ${name}` }))}
          onChange={(event) => {
            choose(event.currentTarget.value)
          }}
        />
      }
    />
  )
}

function columns(view: View): readonly Column<Goal>[] {
  return [
    { key: 'name', title: 'Goal', heads: true, wraps: true, cell: (goal) => <Clamped text={goal.name} /> },
    { key: 'conditions', title: 'Reached by', wraps: true, cell: (goal) => conditionsInWords(goal.conditions) },
    {
      key: 'period',
      title: 'Conversion period',
      wraps: true,
      cell: (goal) => periodInWords(goal.conversion_period_days, view.journey && startOf(goal.id, view.journey)),
    },
    {
      key: 'count',
      title: count.title,
      metric: count,
      align: 'end',
      cell: (goal) => <ContributorsCount selector={{ metric: count.key, goal: goal.id }} count={goal.count} />,
    },
    {
      key: 'rate',
      title: rate.title,
      metric: rate,
      align: 'end',
      cell: (goal) => <RateBar value={goal.conversion_rate} />,
    },
    {
      key: 'conversions',
      title: conversions.title,
      metric: conversions,
      align: 'end',
      cell: (goal) => (
        <ContributorsCount selector={{ metric: conversions.key, goal: goal.id }} count={goal.conversions} />
      ),
    },
    {
      key: 'value',
      title: 'Value',
      align: 'end',
      cell: (goal) => {
        const defined = view.journey?.goals.find((other) => other.id === goal.id)
        return defined?.value_property == null || goal.conversions === 0 ? NOTHING : <GoalValues goal={goal} />
      },
    },
    {
      key: 'file',
      title: 'File',
      hiddenTitle: true,
      align: 'end',
      cell: (goal) => (
        <DownloadButton
          about={`conversions, ${goal.name}`}
          href={downloadUrl(view.journeyId, view.period, { kind: 'goal', goal: goal.id })}
        >
          CSV
        </DownloadButton>
      ),
    },
  ]
}

/** The value of a goal's conversions in each currency, and the conversions without one. */
function GoalValues({ goal }: { readonly goal: Goal }) {
  const valued = goal.values.reduce((sum, value) => sum + value.valued_conversions, 0)
  const without = goal.conversions - valued
  return (
    <ul className={styles.values}>
      {goal.values.map((value) => (
        <li key={value.currency ?? ''}>{formatAmount(value.value, value.currency)}</li>
      ))}
      {without === 0 ? null : (
        <li className={styles.note}>
          <ContributorsCount selector={{ metric: withoutValue.key, goal: goal.id }} count={without} /> without a value
        </li>
      )}
    </ul>
  )
}
