import { formatValue } from '@/shared/format/numbers'
import { bucketTitle } from './buckets'
import type { ChartModel } from './model'
import styles from './Chart.module.css'

/** All numbers of a bucket; elements styled by class, as markup with styles would break the Content-Security-Policy. */
export function tooltipOf(model: ChartModel, at: number): HTMLElement {
  const box = element('div', styles.tooltip)
  box.append(element('p', styles.bucket, bucketTitle(model, at)))
  for (const series of model.series) {
    box.append(row(series.title, formatValue(model.unit, series.values[at]), series.color, false))
    if (series.previous !== undefined) {
      box.append(row('Previous period', formatValue(model.unit, series.previous[at]), series.color, true))
    }
  }
  if (model.kind === 'stacked' && model.series.length > 1) {
    box.append(row('Total', formatValue(model.unit, totalAt(model, at)), undefined, false))
  }
  return box
}

/** The height of the stack; null if no series has a value. */
function totalAt({ series }: ChartModel, at: number): number | null {
  const values = series.map(({ values }) => values[at] ?? null).filter((value) => value !== null)
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0)
}

function row(title: string, value: string, color: string | undefined, faint: boolean): HTMLElement {
  const line = element('p', styles.row)
  const mark = element('span', styles.swatch)
  mark.style.background = color === undefined ? 'none' : `var(${color})`
  mark.dataset.swatch = ''
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
