import { formatValue } from '@/shared/format/numbers'
import { DataTable, type Column } from '@/shared/ui/DataTable'
import { bucketTitle } from './buckets'
import { shownBuckets, type ChartModel } from './model'

/** A chart's numbers, the latest first. */
export function ChartTable({ model }: { readonly model: ChartModel }) {
  const buckets = Array.from({ length: shownBuckets(model) }, (_, at) => at).toReversed()
  const columns: readonly Column<number>[] = [
    {
      key: 'time',
      title: model.interval.charAt(0).toUpperCase() + model.interval.slice(1),
      heads: true,
      cell: (at) => bucketTitle(model, at),
    },
    ...model.series.flatMap((series): Column<number>[] => [
      {
        key: series.key,
        title: series.title,
        align: 'end',
        cell: (at) => formatValue(model.unit, series.values[at]),
      },
      ...(series.previous === undefined
        ? []
        : [
            {
              key: `${series.key} before`,
              title: `${series.title}, previous period`,
              align: 'end' as const,
              cell: (at: number) => formatValue(model.unit, series.previous?.[at]),
            },
          ]),
    ]),
  ]
  return <DataTable label={model.title} columns={columns} rows={buckets} keyOf={String} cards={false} />
}
