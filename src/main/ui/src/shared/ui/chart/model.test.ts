import { expect, it } from 'vitest'
import { chosenAfter, isShown, type ChartModel } from './model'

const model: ChartModel = {
  title: 'Goals achieved',
  kind: 'line',
  unit: 'count',
  times: ['2026-05-11T00:00:00+02:00'],
  interval: 'day',
  timeZone: 'Europe/Berlin',
  series: ['a', 'b', 'c'].map((key) => ({ key, title: key, color: '--push', values: [1] })),
  running: undefined,
}

const shown = (chosen: readonly string[]) =>
  model.series.map(({ key }) => key).filter((key) => isShown(model, chosen, key))

it('isolates a series, adds and removes others, and shows all again', () => {
  expect(shown([])).toEqual(['a', 'b', 'c'])
  const isolated = chosenAfter(model, [], 'b')
  expect(shown(isolated)).toEqual(['b'])
  const two = chosenAfter(model, isolated, 'c')
  expect(shown(two)).toEqual(['b', 'c'])
  expect(shown(chosenAfter(model, two, 'b'))).toEqual(['c'])
  expect(shown(chosenAfter(model, two, 'a'))).toEqual(['a', 'b', 'c'])
  expect(shown(chosenAfter(model, isolated, 'b'))).toEqual(['a', 'b', 'c'])
})

it('shows all series where none of the chosen ones is left', () => {
  expect(shown(['gone'])).toEqual(['a', 'b', 'c'])
  expect(shown(chosenAfter(model, ['gone'], 'a'))).toEqual(['a'])
})
