import { catalogue } from '@/generated/metrics'

/** One number with a meaning, as the service defines it. */
export interface Metric {
  readonly key: string
  readonly title: string
  /** What it means, in a sentence. */
  readonly definition: string
  readonly unit: 'count' | 'rate'
}

/** A group of metrics that are shown together. */
export type Place = keyof typeof catalogue

/** The metrics of a place, in display order. */
export function metricsOf(place: Place): readonly Metric[] {
  return catalogue[place]
}

/** One metric of a place. */
export function metricOf<P extends Place>(place: P, key: (typeof catalogue)[P][number]['key']): Metric {
  const found = metricsOf(place).find((metric) => metric.key === key)
  if (found === undefined) {
    throw new Error(`no metric ${key} of ${place}`)
  }
  return found
}
