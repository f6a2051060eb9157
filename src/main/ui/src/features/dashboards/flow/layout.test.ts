import { expect, it } from 'vitest'
import { itemsOf, layoutOf, type Edge, type Flow, type Node } from './layout'

const node = (step_id: string, visits: number): Node => ({
  step_id,
  name: step_id,
  kind: 'other',
  channel: null,
  trips: visits,
  visits,
  completed_trips: visits,
  ends: { exited: 0, dropped: 0, in_progress: 0, entered_again: 0 },
})

const edge = (from: string | null, to: string | null, count: number): Edge => ({
  from,
  to,
  end: to === null ? 'exited' : null,
  count,
})

const flow: Flow = {
  period: { name: 'all', from: null, to: null, tz: 'UTC' },
  trips: 100,
  nodes: [node('a', 100), node('b', 60), node('never', 0), node('c', 40)],
  edges: [
    edge(null, 'a', 100),
    edge('a', 'b', 60),
    edge('a', null, 45),
    edge('b', 'c', 35),
    edge('b', 'a', 5),
    edge('b', null, 20),
    edge('c', null, 40),
  ],
}

it('puts each step after those that lead to it', () => {
  const { boxes } = layoutOf(flow)
  expect(boxes.map(({ id }) => id)).toEqual([null, 'a', 'b', 'c'])
  const xs = boxes.map(({ x }) => x)
  expect(xs).toEqual([...xs].sort((one, other) => one - other))
  expect(new Set(xs).size).toBe(4)
})

it('draws passages as wide as trips take them, and those that lead back apart', () => {
  const { lines } = layoutOf(flow)
  const width = (from: string | null, to: string) =>
    lines.find((line) => line.edge.from === from && line.edge.to === to)?.width ?? 0
  expect(width(null, 'a') / width('a', 'b')).toBeCloseTo(100 / 60)
  expect(lines.filter((line) => line.back).map((line) => [line.edge.from, line.edge.to])).toEqual([['b', 'a']])
})

it('walks along boxes and what follows them', () => {
  expect(itemsOf(flow, layoutOf(flow)).map(({ from, edge: one }) => [from, one?.to ?? one?.end])).toEqual([
    [null, undefined],
    [null, 'a'],
    ['a', undefined],
    ['a', 'b'],
    ['a', 'exited'],
    ['b', undefined],
    ['b', 'c'],
    ['b', 'a'],
    ['b', 'exited'],
    ['c', undefined],
    ['c', 'exited'],
  ])
})
