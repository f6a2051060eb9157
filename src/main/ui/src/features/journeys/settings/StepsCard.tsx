import type { Schemas } from '@/shared/api/client'
import { channelTitle } from '@/shared/metrics/channels'
import { Card } from '@/shared/ui/Card'
import { Clamped } from '@/shared/ui/Clamped'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { EmptyState } from '@/shared/ui/EmptyState'
import { stepKindWords } from '@/shared/words/journeys'

type Step = Schemas['Step']

const columns: readonly Column<Step>[] = [
  { key: 'name', title: 'Step', heads: true, cell: (step) => <Clamped text={step.name} /> },
  { key: 'kind', title: 'Kind', cell: (step) => stepKindWords[step.kind] },
  { key: 'channel', title: 'Channel', cell: (step) => (step.channel === null ? '' : channelTitle(step.channel)) },
  { key: 'id', title: 'ID', cell: (step) => <code>{step.id}</code> },
]

/** The points on the journey's canvas, which are drawn elsewhere. */
export function StepsCard({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <Card flush title="Steps">
      <DataTable
        label="Steps"
        columns={columns}
        rows={steps}
        keyOf={(step) => step.id}
        empty={<EmptyState title="No steps">Steps come here with the journey’s definition through the API.</EmptyState>}
      />
    </Card>
  )
}
