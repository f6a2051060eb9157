import type { EChartsCoreOption } from 'echarts/core'
import { formatAxis } from '@/shared/format/numbers'
import { bucketLabel } from './buckets'
import type { ChartModel, ChartSeries } from './model'

/** The colours and the font of the page, as a canvas needs them. */
export interface Look {
  readonly color: (property: string) => string
  readonly font: string
  /** What the running bucket is filled with. */
  readonly hatching: unknown
}

const AXIS = 11

/** What ECharts draws a model with. */
export function chartOptions(model: ChartModel, look: Look, tooltip: (at: number) => HTMLElement): EChartsCoreOption {
  const labels = model.times.map((time) => bucketLabel(time, model))
  const text = { color: look.color('--muted'), fontFamily: look.font, fontSize: AXIS }
  return {
    animation: false,
    aria: { enabled: true, label: { description: description(model) } },
    textStyle: { fontFamily: look.font },
    grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      className: 'chart-tooltip',
      confine: true,
      transitionDuration: 0,
      backgroundColor: look.color('--raised'),
      borderColor: look.color('--line'),
      padding: 0,
      axisPointer: {
        type: model.kind === 'line' ? 'line' : 'shadow',
        lineStyle: { color: look.color('--control') },
        shadowStyle: { color: look.color('--muted'), opacity: 0.1 },
      },
      formatter: (hovered: readonly { readonly dataIndex: number }[]) => tooltip(hovered[0]?.dataIndex ?? 0),
    },
    xAxis: [
      {
        type: 'category',
        data: labels,
        axisLine: { lineStyle: { color: look.color('--control') } },
        axisTick: { show: false },
        axisLabel: { ...text, hideOverlap: true },
      },
      // A separate axis, so that the hatching takes no room from the bars.
      { type: 'category', data: labels, show: false },
    ],
    yAxis: [
      {
        type: 'value',
        min: 0,
        ...(model.unit === 'count' ? { minInterval: 1 } : {}),
        ...(model.unit === 'duration' ? durationScale(model) : {}),
        splitNumber: 4,
        splitLine: { lineStyle: { color: look.color('--line') } },
        axisLabel: { ...text, formatter: (value: number) => formatAxis(model.unit, value) },
      },
      { type: 'value', min: 0, max: 1, show: false },
    ],
    series: [
      ...model.series.flatMap((series) => [
        drawn(series, model, look),
        ...alone(series, model, look),
        ...(isOpen(model) ? [open(series, model.running, look)] : []),
        ...(series.previous === undefined ? [] : [faint(series, series.previous, look)]),
      ]),
      ...(model.running === undefined ? [] : [hatched(model.times.length, model.running, look)]),
    ],
  }
}

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const durations = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR),
]
const MOST_PARTS = 5

/** Parts of an axis that are whole minutes, hours or days; powers of ten of milliseconds are none. */
function durationScale({ series }: ChartModel) {
  const longest = Math.max(...series.flatMap(({ values, previous = [] }) => [...values, ...previous]).map(Number), 1)
  const days = Math.ceil(longest / MOST_PARTS / DAY) * DAY
  const interval = durations.find((part) => part * MOST_PARTS >= longest) ?? days
  return { interval, max: Math.ceil(longest / interval) * interval }
}

function drawn(series: ChartSeries, model: ChartModel, look: Look) {
  const color = look.color(series.color)
  const values = isOpen(model) ? series.values.slice(0, model.running) : series.values
  const shared = { name: series.title, data: [...values], itemStyle: { color }, emphasis: { disabled: true } }
  return model.kind === 'line'
    ? {
        ...shared,
        type: 'line',
        symbolSize: 5,
        showSymbol: false,
        lineStyle: { color, width: 2 },
      }
    : { ...shared, type: 'bar', barMaxWidth: 28, ...(model.kind === 'stacked' ? { stack: 'all' } : {}) }
}

/** The values of a line without one before and after them, which no line leads to. */
function alone({ title, color, values }: ChartSeries, model: ChartModel, look: Look) {
  const last = isOpen(model) ? model.running : values.length
  const data = values
    .slice(0, last)
    .map((value, at) => ((values[at - 1] ?? (at + 1 < last ? values[at + 1] : null) ?? null) === null ? value : null))
  return model.kind !== 'line' || data.every((value) => value === null)
    ? []
    : [{ ...dots(look.color(color)), name: `${title}, alone`, data }]
}

/** Points that no line joins, and that are there to be seen only. */
function dots(color: string) {
  return { type: 'line', symbolSize: 6, silent: true, tooltip: { show: false }, itemStyle: { color } }
}

/** Whether a line ends with a running bucket. */
function isOpen(model: ChartModel): model is ChartModel & { readonly running: number } {
  return model.kind === 'line' && model.running !== undefined
}

/** The running bucket, apart from the line: joined to it, it would look like a fall. */
function open(series: ChartSeries, running: number, look: Look) {
  return {
    ...dots(look.color(series.color)),
    name: `${series.title}, so far`,
    data: series.values.map((value, at) => (at === running ? value : null)),
  }
}

/** The period before, behind the present one. */
function faint(series: ChartSeries, previous: readonly (number | null)[], look: Look) {
  return {
    name: `${series.title}, previous period`,
    type: 'line',
    data: previous.slice(0, series.values.length),
    showSymbol: false,
    silent: true,
    z: 1,
    lineStyle: { color: look.color(series.color), width: 1.5, type: 'dashed', opacity: 0.55 },
    itemStyle: { color: look.color(series.color) },
  }
}

function hatched(buckets: number, running: number, look: Look) {
  return {
    type: 'bar',
    xAxisIndex: 1,
    yAxisIndex: 1,
    data: Array.from({ length: buckets }, (_, at) => (at === running ? 1 : null)),
    barWidth: '100%',
    silent: true,
    tooltip: { show: false },
    z: 0,
    itemStyle: { color: look.hatching },
  }
}

/** The description of a chart for screen readers. */
export function description(model: ChartModel): string {
  const names = model.series.map((series) => series.title).join(', ')
  return `${model.title}: ${names}, by ${model.interval}. The table shows the same numbers.`
}
