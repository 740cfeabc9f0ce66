import { Delaunay } from 'd3-delaunay'
import { isInside, type Point, type Ring } from './plane'

const sampleStep = 0.0025
const rounds = 60

/** A degree of longitude is this much shorter than one of latitude where the county lies. */
export const longitudeScale = 0.907

/**
 * Spreads points evenly over the outline by Lloyd's relaxation: each moves to the middle of the
 * ground nearest to it. The ground is a lattice of samples, which follows a ragged outline at a
 * fraction of the cost of clipping every cell in every round.
 */
export function spreadSeeds(outline: Ring, count: number, random: () => number): Point[] {
  const samples = sampleGround(outline)
  let seeds = samples
    .map((sample) => ({ sample, order: random() }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ sample }) => sample)
  for (let round = 0; round < rounds; round += 1) seeds = relax(seeds, samples)
  return seeds.map(([x, y]) => [x / longitudeScale, y])
}

function sampleGround(outline: Ring): Point[] {
  const xs = outline.map(([x]) => x)
  const ys = outline.map(([, y]) => y)
  const stepX = sampleStep / longitudeScale
  const samples: Point[] = []
  for (let y = Math.min(...ys); y < Math.max(...ys); y += sampleStep) {
    for (let x = Math.min(...xs); x < Math.max(...xs); x += stepX) {
      if (isInside([x, y], outline)) samples.push([x * longitudeScale, y])
    }
  }
  return samples
}

function relax(seeds: Point[], samples: Point[]): Point[] {
  const delaunay = Delaunay.from(seeds)
  const sums = seeds.map(() => [0, 0, 0] as [number, number, number])
  let nearest = 0
  for (const [x, y] of samples) {
    nearest = delaunay.find(x, y, nearest)
    const sum = sums[nearest]
    if (!sum) continue
    sum[0] += x
    sum[1] += y
    sum[2] += 1
  }
  return sums.map(([x, y, n], index) => (n === 0 ? (seeds[index] as Point) : [x / n, y / n]))
}
