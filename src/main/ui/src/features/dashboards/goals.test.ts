import { expect, it } from 'vitest'
import { leading } from './goals'

const goals = [3, 9, 1, 9, 4, 0, 8].map((count, at) => ({ id: `g${at}`, count }))

it('shows few goals as they are', () => {
  expect(leading(goals.slice(0, 5), ({ count }) => count)).toEqual(goals.slice(0, 5))
})

it('shows the five goals with the most users of many, in their order', () => {
  expect(leading(goals, ({ count }) => count).map(({ id }) => id)).toEqual(['g0', 'g1', 'g3', 'g4', 'g6'])
  const none = goals.map((goal) => ({ ...goal, count: 0 }))
  expect(leading(none, ({ count }) => count).map(({ id }) => id)).toEqual(['g0', 'g1', 'g2', 'g3', 'g4'])
})
