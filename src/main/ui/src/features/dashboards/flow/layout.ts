import type { Schemas } from '@/shared/api/client'

export type Flow = Schemas['JourneyFlow']
export type Node = Schemas['FlowNode']
export type Edge = Schemas['FlowEdge']

const COLUMN = 180
const WIDTH = 132
const GAP = 18
const TOP = 8
const LEAST = 60
const TALLEST = 150
/** Under everything: the way back to earlier steps. */
const BACK = 36
/** A step comes after those that at least this share of its visits come from. */
const MAIN = 0.1

/** The start, or a step that trips visit, as a box. */
export interface Box {
  /** The step's id; null for the start. */
  readonly id: string | null
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A passage from a box to another, as a line. */
export interface Line {
  readonly edge: Edge
  readonly path: string
  readonly width: number
  /** Whether it leads back, against the direction of the graph. */
  readonly back: boolean
}

/** Where everything is. */
export interface Layout {
  readonly boxes: readonly Box[]
  readonly lines: readonly Line[]
  readonly width: number
  readonly height: number
}

/** Puts the steps that trips visit into layers from left to right, and the passages between them. */
export function layoutOf(flow: Flow): Layout {
  const visited = flow.nodes.filter((node) => node.visits > 0)
  const layers = layersOf(visited, flow.edges)
  const most = Math.max(flow.trips, ...visited.map((node) => node.visits), 1)
  const boxes = new Map<string | null, Box>([[null, box(null, 0, TOP, flow.trips / most)]])
  const bottoms = new Map<number, number>()
  for (const node of visited) {
    const layer = layers.get(node.step_id) ?? 1
    const placed = box(node.step_id, layer, bottoms.get(layer) ?? TOP, node.visits / most)
    boxes.set(node.step_id, placed)
    bottoms.set(layer, placed.y + placed.height + GAP)
  }
  const all = [...boxes.values()]
  const bottom = Math.max(...all.map(({ y, height }) => y + height))
  const lines = linesOf(flow.edges, boxes, most, bottom)
  return {
    boxes: all,
    lines,
    width: Math.max(...all.map(({ x, width }) => x + width)),
    height: bottom + TOP + (lines.some((line) => line.back) ? BACK : 0),
  }
}

function box(id: string | null, layer: number, y: number, share: number): Box {
  return { id, x: layer * COLUMN, y, width: WIDTH, height: Math.max(LEAST, share * TALLEST) }
}

/** The layer of each step: after those before it in the definition that it is mainly reached from. */
function layersOf(nodes: readonly Node[], edges: readonly Edge[]): ReadonlyMap<string, number> {
  const places = new Map(nodes.map((node, at) => [node.step_id, at]))
  const layers = new Map<string, number>()
  for (const node of nodes) {
    const own = places.get(node.step_id) ?? 0
    const before = edges
      .filter((edge) => edge.to === node.step_id && edge.from !== null && edge.count >= node.visits * MAIN)
      .filter((edge) => (places.get(edge.from ?? '') ?? own) < own)
      .map((edge) => layers.get(edge.from ?? '') ?? 0)
    layers.set(node.step_id, Math.max(0, ...before) + 1)
  }
  return layers
}

function linesOf(
  edges: readonly Edge[],
  boxes: ReadonlyMap<string | null, Box>,
  most: number,
  bottom: number,
): readonly Line[] {
  const out = new Map<string | null, number>()
  const into = new Map<string | null, number>()
  const lines: Line[] = []
  for (const edge of edges) {
    const from = boxes.get(edge.from)
    const to = edge.to === null ? undefined : boxes.get(edge.to)
    if (from !== undefined && to !== undefined) {
      const width = Math.max(1, (edge.count / most) * TALLEST)
      const y1 = from.y + Math.min((out.get(edge.from) ?? 0) + width / 2, from.height - 1)
      const y2 = to.y + Math.min((into.get(edge.to) ?? 0) + width / 2, to.height - 1)
      out.set(edge.from, (out.get(edge.from) ?? 0) + width)
      into.set(edge.to, (into.get(edge.to) ?? 0) + width)
      const back = to.x <= from.x
      lines.push({ edge, width, back, path: pathOf(from.x + from.width, y1, to.x, y2, back ? bottom + BACK : null) })
    }
  }
  return lines
}

function pathOf(x1: number, y1: number, x2: number, y2: number, under: number | null): string {
  const half = (COLUMN - WIDTH) / 2
  if (under !== null) {
    return `M${at(x1, y1)} C${at(x1 + half, y1)} ${at(x1 + half, under)} ${at((x1 + x2) / 2, under)} S${at(x2 - half, y2)} ${at(x2, y2)}`
  }
  const middle = (x1 + x2) / 2
  return `M${at(x1, y1)} C${at(middle, y1)} ${at(middle, y2)} ${at(x2, y2)}`
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`
}

/** A thing in the graph that can be looked at: a box, or what follows it. */
export interface Item {
  readonly from: string | null
  /** What follows; undefined for the box itself. */
  readonly edge?: Edge
}

/** All of them in the order of the keys: each box, then what follows it. */
export function itemsOf(flow: Flow, layout: Layout): readonly Item[] {
  return layout.boxes.flatMap(({ id }) => [
    { from: id },
    ...flow.edges.filter((edge) => edge.from === id).map((edge) => ({ from: id, edge })),
  ])
}
