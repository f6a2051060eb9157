import { formatValue } from '@/shared/format/numbers'
import { bucketName } from './buckets'
import type { ChartModel } from './model'
import styles from './Chart.module.css'

/** All numbers of a bucket; elements styled by class, as markup with styles would break the Content-Security-Policy. */
export function tooltipOf(model: ChartModel, at: number): HTMLElement {
  const box = element('div', styles.tooltip)
  const time = model.times[at]
  if (time === undefined) {
    return box
  }
  const still = model.running && at === model.times.length - 1 ? ', so far' : ''
  box.append(element('p', styles.bucket, bucketName(time, model) + still))
  for (const series of model.series) {
    box.append(row(series.title, formatValue(model.unit, series.values[at]), series.color, false))
    if (series.previous !== undefined) {
      box.append(row('Previous period', formatValue(model.unit, series.previous[at]), series.color, true))
    }
  }
  return box
}

function row(title: string, value: string, color: string, faint: boolean): HTMLElement {
  const line = element('p', styles.row)
  const mark = element('span', styles.swatch)
  mark.style.background = `var(${color})`
  mark.style.opacity = faint ? '0.5' : '1'
  line.append(mark, element('span', styles.name, title), element('b', undefined, value))
  return line
}

function element(tag: string, className: string | undefined, text = ''): HTMLElement {
  const made = document.createElement(tag)
  if (className !== undefined) {
    made.className = className
  }
  made.textContent = text
  return made
}
