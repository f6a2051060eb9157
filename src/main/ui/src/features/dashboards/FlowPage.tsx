import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { CircleDot, Clock, Flag, GitBranch, LogIn, LogOut, Send } from 'lucide-react'
import type { Schemas } from '@/shared/api/client'
import { changeOf, formatCount } from '@/shared/format/numbers'
import { metricsOf } from '@/shared/metrics/catalogue'
import { channelTitle } from '@/shared/metrics/channels'
import { Card } from '@/shared/ui/Card'
import { ChangeMark } from '@/shared/ui/ChangeMark'
import { Clamped } from '@/shared/ui/Clamped'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { RateBar } from '@/shared/ui/RateBar'
import { stepKindWords } from '@/shared/words/journeys'
import { ContributorsCount } from './ContributorsCount'
import { DurationCard } from './DurationCard'
import { FlowCard } from './flow/FlowCard'
import type { Flow } from './flow/layout'
import styles from './FlowPage.module.css'
import { flowQuery, stepsQuery } from './queries'
import { useCompared } from './useCompared'
import { useView, type View } from './useView'

type Row = Schemas['StepRow']

const icons: Record<Schemas['StepKind'], typeof Clock> = {
  entry: LogIn,
  message: Send,
  wait: Clock,
  condition: GitBranch,
  goal: Flag,
  exit: LogOut,
  other: CircleDot,
}

/** The paths of users through the journey, and the numbers of each step. */
export function FlowPage() {
  const view = useView()
  const flow = useQuery(flowQuery(view.journeyId, view.period))
  const { data: trips, error, refetch } = flow
  if (error !== null && trips === undefined) {
    return <ErrorState problem={error} onRetry={() => void refetch()} />
  }
  return (
    <>
      <FlowCard view={view} flow={trips?.data} />
      <TimeInStep view={view} />
      <StepsCard view={view} flow={trips?.data} />
    </>
  )
}

/** How long users stay in a step; of one step at a time, at first one where they wait, or do more than enter. */
function TimeInStep({ view }: { readonly view: View }) {
  const { step: wanted } = useSearch({ from: '/signed-in/journeys/$journey/flow' })
  const navigate = useNavigate({ from: '/journeys/$journey/flow' })
  const steps = view.journey?.steps ?? []
  const step =
    steps.find((candidate) => candidate.id === wanted) ??
    steps.find(({ kind }) => kind === 'wait') ??
    steps.find(({ kind }) => kind !== 'entry') ??
    steps[0]
  return step === undefined ? null : (
    <DurationCard
      view={view}
      asked={{ measure: 'time_in_step', step: step.id }}
      choice={
        <NativeSelect
          size="xs"
          aria-label="Step"
          value={step.id}
          data={steps.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => {
            const chosen = event.currentTarget.value
            void navigate({ replace: true, resetScroll: false, search: (before) => ({ ...before, step: chosen }) })
          }}
        />
      }
    />
  )
}

interface StepsCardProps {
  readonly view: View
  readonly flow: Flow | undefined
}

function StepsCard({ view, flow }: StepsCardProps) {
  const { now, data, before, problem } = useCompared(view, (period) => stepsQuery(view.journeyId, period))
  if (problem !== null) {
    return <ErrorState problem={problem} onRetry={() => void now.refetch()} />
  }
  return (
    <Card
      flush
      title="Steps"
      actions={
        data === undefined || data.at_no_step_now === 0 ? undefined : (
          <span className={styles.note}>{formatCount(data.at_no_step_now)} in the journey, before the first step</span>
        )
      }
    >
      <DataTable
        label="Steps"
        columns={columns(data?.steps ?? [], before?.steps ?? [], flow)}
        rows={data?.steps}
        keyOf={(step) => step.step_id}
        expectedRows={view.journey?.steps.length ?? 8}
        empty={<EmptyState title="No steps">This journey has no steps yet.</EmptyState>}
      />
    </Card>
  )
}

function columns(steps: readonly Row[], before: readonly Row[], flow: Flow | undefined): readonly Column<Row>[] {
  const most = Math.max(...steps.map((step) => step.entered), 1)
  return [
    { key: 'name', title: 'Step', heads: true, cell: (step) => <StepName step={step} /> },
    {
      key: 'share',
      title: 'Share of the busiest step',
      hiddenTitle: true,
      cell: (step) => (
        <span data-swatch className={styles.bar} aria-hidden="true">
          <span style={{ width: `${(step.entered / most) * 100}%` }} />
        </span>
      ),
    },
    ...metricsOf('step').map((metric): Column<Row> => ({
      key: metric.key,
      title: metric.title,
      metric,
      align: 'end',
      cell: (step) => {
        const key = metric.key as 'entered' | 'exits'
        const earlier = before.find((other) => other.step_id === step.step_id)
        const change = key === 'entered' ? changeOf('count', step[key], earlier?.[key]) : null
        return (
          <>
            {change === null ? null : <ChangeMark change={change} />}{' '}
            {metric.key === 'in_journey_now' ? (
              // It is of now: nothing was done in the period that it is made of.
              formatCount(step[key])
            ) : (
              <ContributorsCount selector={{ metric: key, step: step.step_id }} count={step[key]} />
            )}
          </>
        )
      },
    })),
    {
      key: 'onwards',
      title: 'Go on to another step',
      align: 'end',
      cell: (step) => <RateBar value={onwardsOf(flow, step.step_id)} />,
    },
  ]
}

/** Of a step's visits, the share that another step follows. */
function onwardsOf(flow: Flow | undefined, step: string): number | null {
  const node = flow?.nodes.find((candidate) => candidate.step_id === step)
  if (node === undefined || node.visits === 0) {
    return null
  }
  const ended = Object.values(node.ends).reduce((sum, count) => sum + count, 0)
  return (node.visits - ended) / node.visits
}

function StepName({ step }: { readonly step: Row }) {
  const Icon = icons[step.kind ?? 'other']
  return (
    <span className={styles.step}>
      <span className={styles.rail} data-kind={step.kind ?? 'other'}>
        <Icon size={14} aria-hidden="true" />
      </span>
      <span className={styles.name}>
        <Clamped text={step.name} />
        <span className={styles.kind}>
          {step.channel === null
            ? step.kind === null
              ? 'No longer in the definition'
              : stepKindWords[step.kind]
            : channelTitle(step.channel)}
        </span>
      </span>
    </span>
  )
}
