import type { Schemas } from '@/shared/api/client'
import type { MetricSelector } from '@/shared/url/contributors'
import { formatCount, formatRate } from '@/shared/format/numbers'
import type { Edge, Flow, Item } from './layout'

/** How trips end, in words. */
export const endWords: Record<Schemas['TripEnd'], string> = {
  exited: 'Exited',
  dropped: 'Dropped',
  in_progress: 'Still in the journey',
  entered_again: 'Entered again',
}

/** The name of a step; of none, that of the start. */
export function nameOf(flow: Flow, step: string | null): string {
  return step === null ? 'Start' : (flow.nodes.find((node) => node.step_id === step)?.name ?? step)
}

/** How often trips come to a step, or begin. */
export function visitsOf(flow: Flow, step: string | null): number {
  return step === null ? flow.trips : (flow.nodes.find((node) => node.step_id === step)?.visits ?? 0)
}

/** How many of them end there, as the user exited or was dropped. */
export function lossOf(flow: Flow, step: string | null): number {
  return flow.edges
    .filter((edge) => edge.from === step && (edge.end === 'exited' || edge.end === 'dropped'))
    .reduce((sum, edge) => sum + edge.count, 0)
}

/** How many trips end in each way: together they are all. */
export function endsOf(flow: Flow): readonly { readonly end: Schemas['TripEnd']; readonly count: number }[] {
  return (Object.keys(endWords) as Schemas['TripEnd'][]).map((end) => ({
    end,
    count: flow.edges.filter((edge) => edge.end === end).reduce((sum, edge) => sum + edge.count, 0),
  }))
}

/** What follows, in words. */
export function targetOf(flow: Flow, edge: Edge): string {
  return edge.end === null ? nameOf(flow, edge.to) : endWords[edge.end]
}

/** A passage's share of all that come from the same place. */
export function shareOf(flow: Flow, edge: Edge): number | null {
  const base = visitsOf(flow, edge.from)
  return base === 0 ? null : edge.count / base
}

/** What is to be said of an item: its number, its share, what is lost. */
export function sentenceOf(flow: Flow, { from, edge }: Item): string {
  const name = nameOf(flow, from)
  const visits = visitsOf(flow, from)
  if (edge === undefined) {
    const loss = lossOf(flow, from)
    const lost = visits === 0 ? '' : `, ${formatCount(loss)} (${formatRate(loss / visits)}) exit or drop here`
    return from === null
      ? `Start: ${formatCount(visits)} trips${loss === 0 ? '' : lost}`
      : `${name}: ${formatCount(visits)} visits${lost}`
  }
  return `${name} → ${targetOf(flow, edge)}: ${formatCount(edge.count)}, ${formatRate(shareOf(flow, edge))} of ${name}`
}

/** The users behind an item. */
export function selectorOf({ from, edge }: Item): MetricSelector {
  if (edge !== undefined) {
    return {
      metric: 'passages',
      ...(from === null ? {} : { from_step: from }),
      ...(edge.to === null ? {} : { to_step: edge.to }),
      ...(edge.end === null ? {} : { end: edge.end }),
    }
  }
  return from === null ? { metric: 'entrances' } : { metric: 'visits', step: from }
}
