import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/shared/api/client'
import { downloadUrl } from '@/shared/api/downloads'
import { formatAmount, formatCount, NOTHING } from '@/shared/format/numbers'
import { metricOf } from '@/shared/metrics/catalogue'
import { Card } from '@/shared/ui/Card'
import { ChartCard } from '@/shared/ui/chart/ChartCard'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { Definition } from '@/shared/ui/Definition'
import { DownloadButton } from '@/shared/ui/DownloadButton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { FigureCard, Figures } from '@/shared/ui/FigureCard'
import { RateBar } from '@/shared/ui/RateBar'
import { durationWords } from '@/shared/words/durations'
import { conditionsInWords, periodInWords, startOf, withoutValue } from '@/shared/words/goals'
import { BehindCount } from './BehindCount'
import { BehindLink } from './BehindLink'
import { DurationCard } from './DurationCard'
import { goalsChart } from './healthCharts'
import styles from './PerformancePage.module.css'
import { performanceQuery } from './queries'
import { useCompared } from './useCompared'
import { useHealth } from './useHealth'
import { useView, type View } from './useView'

type Goal = Schemas['GoalPerformance']

const count = metricOf('goal', 'count')
const rate = metricOf('goal', 'conversion_rate')
const conversions = metricOf('goal', 'conversions')
const entrances = metricOf('performance', 'entrances')

/** How each goal converts. */
export function PerformancePage() {
  const view = useView()
  const { now, data, before, problem } = useCompared(view, (period) => performanceQuery(view.journeyId, period))
  if (problem !== null) {
    return <ErrorState problem={problem} onRetry={() => void now.refetch()} />
  }
  return (
    <>
      <Figures>
        <FigureCard
          metric={entrances}
          value={data?.entrances}
          previous={before?.entrances}
          link={(number) => <BehindLink behind={{ metric: entrances.key }}>{number}</BehindLink>}
        />
        {(data?.goals ?? []).map((goal) => (
          <FigureCard
            key={goal.id}
            metric={rate}
            title={goal.name}
            value={goal.conversion_rate}
            previous={before?.goals.find((other) => other.id === goal.id)?.conversion_rate}
            link={(number) => <BehindLink behind={{ metric: count.key, goal: goal.id }}>{number}</BehindLink>}
            note={`${formatCount(goal.count)} users of ${formatCount(data?.entrances)} entrances`}
          />
        ))}
      </Figures>
      <GoalsChart view={view} />
      <TimeToConvert view={view} />
      <Card
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
              Add conversion goals in the settings; what users did before counts, too.
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
      title={durationWords.time_to_convert}
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

function GoalsChart({ view }: { readonly view: View }) {
  const { now, data, before } = useHealth()
  return (
    <ChartCard
      title={<Definition metric={count} title="Goals achieved" />}
      model={goalsChart(view, {
        points: data?.series,
        interval: data?.interval,
        before: before?.series,
        asOf: now.data?.asOf,
      })}
    />
  )
}

function columns(view: View): readonly Column<Goal>[] {
  return [
    { key: 'name', title: 'Goal', heads: true, wraps: true, cell: (goal) => goal.name },
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
      cell: (goal) => <BehindCount behind={{ metric: count.key, goal: goal.id }} count={goal.count} />,
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
      cell: (goal) => <BehindCount behind={{ metric: conversions.key, goal: goal.id }} count={goal.conversions} />,
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

/** What a goal's conversions are worth in each currency, and those of which nobody knows. */
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
          <BehindCount behind={{ metric: withoutValue.key, goal: goal.id }} count={without} /> without a value
        </li>
      )}
    </ul>
  )
}
