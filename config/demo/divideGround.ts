import { edgesOf, pointKey, type Point, type Ring } from './plane'

/** A piece of ground to hand out: `size` cells, and where it should lie if anyone minds. */
export interface Share<T> {
  owner: T
  size: number
  at?: Point
}

interface Cut<T> {
  cost: number
  cells: [number[], number[]]
  shares: [Share<T>[], Share<T>[]]
}

const angles = Array.from({ length: 24 }, (_, index) => (index / 24) * Math.PI * 2)
const brokenGroundCost = 1000

/**
 * Hands out cells by cutting the ground in two again and again, each time along the straight line
 * that parts the fewest neighbours and leaves neither side in pieces. So every share is compact.
 */
export function divideGround<T>(
  cells: number[],
  shares: Share<T>[],
  seeds: Point[],
  neighbours: Set<number>[],
): Map<T, number[]> {
  const [only] = shares
  if (shares.length === 1 && only) return new Map([[only.owner, cells]])
  const [best] = angles
    .map((angle) => cutAt(angle, cells, shares, seeds, neighbours))
    .sort((a, b) => a.cost - b.cost)
  if (!best) throw new Error('no way to cut the ground')
  const halves = ([0, 1] as const).map((side) => {
    return divideGround(best.cells[side], best.shares[side], seeds, neighbours)
  })
  return new Map(halves.flatMap((half) => [...half]))
}

/** Which cells share an edge. */
export function neighboursOf(cells: Ring[][]): Set<number>[] {
  const owners = new Map<string, number>()
  const neighbours = cells.map(() => new Set<number>())
  cells.forEach((pieces, index) => {
    for (const [a, b] of pieces.flatMap(edgesOf)) {
      const other = owners.get(`${pointKey(b)} ${pointKey(a)}`)
      owners.set(`${pointKey(a)} ${pointKey(b)}`, index)
      if (other === undefined || other === index) continue
      neighbours[index]?.add(other)
      neighbours[other]?.add(index)
    }
  })
  return neighbours
}

export function piecesOf(cells: number[], neighbours: Set<number>[]): number {
  const left = new Set(cells)
  let pieces = 0
  for (const start of cells) {
    if (!left.delete(start)) continue
    pieces += 1
    const queue = [start]
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      neighbours[at]?.forEach((next) => left.delete(next) && queue.push(next))
    }
  }
  return pieces
}

function cutAt<T>(
  angle: number,
  cells: number[],
  shares: Share<T>[],
  seeds: Point[],
  neighbours: Set<number>[],
): Cut<T> {
  const along = ([x, y]: Point) => x * Math.cos(angle) + y * Math.sin(angle)
  const place = (cell: number) => along(seeds[cell] ?? [0, 0])
  const inOrder = [...cells].sort((a, b) => place(a) - place(b))
  const wanted = [...shares].sort((a, b) => (a.at && b.at ? along(a.at) - along(b.at) : 0))
  const half = halfOf(wanted)
  const count = sizeOf(wanted.slice(0, half))
  const [near, far] = [inOrder.slice(0, count), inOrder.slice(count)]
  const broken = piecesOf(near, neighbours) + piecesOf(far, neighbours) - 2
  return {
    cost: partedNeighbours(near, far, neighbours) + broken * brokenGroundCost,
    cells: [near, far],
    shares: [wanted.slice(0, half), wanted.slice(half)],
  }
}

function sizeOf<T>(shares: Share<T>[]): number {
  return shares.reduce((sum, { size }) => sum + size, 0)
}

/** How many of the first shares come closest to half of the ground; at least one, never all. */
function halfOf<T>(shares: Share<T>[]): number {
  const counts = shares.slice(1).map((_, index) => index + 1)
  const miss = (count: number) => Math.abs(sizeOf(shares.slice(0, count)) * 2 - sizeOf(shares))
  return counts.reduce((best, count) => (miss(count) < miss(best) ? count : best))
}

function partedNeighbours(near: number[], far: number[], neighbours: Set<number>[]): number {
  const beyond = new Set(far)
  return near.reduce((sum, cell) => {
    return sum + [...(neighbours[cell] ?? [])].filter((next) => beyond.has(next)).length
  }, 0)
}
