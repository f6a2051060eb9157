import type { Schemas } from '@/shared/api/client'
import { metricsOf } from '@/shared/metrics/catalogue'
import { FigureCard } from '@/shared/ui/FigureCard'

type Health = Schemas['Health']
type Key = Exclude<keyof Health, 'period' | 'series'>

/** The course of those figures that have one. */
const courses: Partial<Record<string, (point: Health['series'][number]) => number>> = {
  entrances: (point) => point.entrances,
  messages_sent: (point) => Object.values(point.messages_sent).reduce((sum, count) => sum + count, 0),
  drop_offs: (point) => point.drop_offs.internal_errors + point.drop_offs.sending_errors,
}

interface HealthFiguresProps {
  readonly data: Health | undefined
  readonly before: Health | undefined
  readonly withSeries?: boolean
}

/** The key figures of a journey's health. */
export function HealthFigures({ data, before, withSeries = false }: HealthFiguresProps) {
  return metricsOf('health').map((metric) => {
    const course = courses[metric.key]
    return (
      <FigureCard
        key={metric.key}
        metric={metric}
        value={data?.[metric.key as Key]}
        previous={before?.[metric.key as Key]}
        moreIsWorse={metric.key === 'drop_offs'}
        {...(withSeries && course !== undefined ? { series: data?.series.map(course) ?? [] } : {})}
      />
    )
  })
}
