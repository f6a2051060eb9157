import { metricsOf, type Metric, type Place } from '@/shared/metrics/catalogue'
import { messagePlace } from '@/shared/metrics/channels'
import type { MetricSelector } from '@/shared/url/contributors'

const durations = metricsOf('durations')

/** The metric that a selector names, from the catalogue. */
export function selectedMetricDefinition(selector: MetricSelector): Metric | undefined {
  if (selector.metric === 'passages') {
    return metricsOf('passages')[0]
  }
  return placesOf(selector)
    .flatMap((place) => metricsOf(place))
    .find((candidate) => candidate.key === selector.metric)
}

/** The groups of metrics that the number may belong to. */
function placesOf({
  metric: key,
  channel,
  step,
  goal,
  reason,
  link_url: link,
  attribution,
}: MetricSelector): readonly Place[] {
  if (durations.some((metric) => metric.key === key)) {
    return ['durations']
  }
  if (channel !== undefined) {
    if (link !== undefined) {
      return ['link']
    }
    if (attribution !== undefined && step === undefined) {
      return ['attribution']
    }
    return reason !== undefined ? ['delivery_issues'] : step === undefined ? [channel] : [messagePlace(channel)]
  }
  if (step !== undefined) {
    return ['step', 'flow_step', 'flow_ends']
  }
  return goal === undefined ? ['audience', 'health'] : ['goal', 'goal_values']
}

/** The title of the metric that a selector names. */
export function selectedMetricTitle(selector: MetricSelector): string {
  return selectedMetricDefinition(selector)?.title ?? selector.metric
}
