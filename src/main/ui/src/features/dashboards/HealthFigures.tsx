import type { Schemas } from '@/shared/api/client'
import { metricsOf } from '@/shared/metrics/catalogue'
import { FigureCard } from '@/shared/ui/FigureCard'
import { BehindLink } from './BehindLink'

type Health = Schemas['Health']
type Key = Exclude<keyof Health, 'period' | 'interval' | 'series'>

interface HealthFiguresProps {
  readonly data: Health | undefined
  readonly before: Health | undefined
}

/** The key figures of a journey's health, each a way to the users behind it; its entrances are the audience's, and stand in the first chart. */
export function HealthFigures({ data, before }: HealthFiguresProps) {
  return metricsOf('health')
    .filter((metric) => metric.key !== 'entrances')
    .map((metric) => (
      <FigureCard
        key={metric.key}
        metric={metric}
        value={data?.[metric.key as Key]}
        previous={before?.[metric.key as Key]}
        moreIsWorse={metric.key === 'drop_offs'}
        link={(number) => <BehindLink behind={{ metric: metric.key }}>{number}</BehindLink>}
      />
    ))
}
