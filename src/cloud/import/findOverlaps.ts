import Flatbush from 'flatbush'
import type { Geometry } from '../reference/reference'
import { GRID_OVERLAP_SHARE_MAX } from './limits'
import { overlapArea } from './overlapArea'

type Shape = { readonly geometry: Geometry }

/** Pairs of shapes that share more ground than tolerated, each pair once, the earlier first. */
export function findOverlaps<S extends Shape>(shapes: readonly S[]): [S, S][] {
  if (shapes.length === 0) return []
  const boxes = shapes.map(boxOf)
  const areas = shapes.map((shape) => overlapArea(shape.geometry, shape.geometry))
  const index = indexOf(boxes)
  return shapes.flatMap((shape, at) => {
    const [west, south, east, north] = boxes[at] ?? [0, 0, 0, 0]
    return index
      .search(west, south, east, north, (other) => other > at)
      .flatMap((other) => {
        const second = shapes[other]
        const smaller = Math.min(areas[at] ?? 0, areas[other] ?? 0)
        if (!second) return []
        const share = overlapArea(shape.geometry, second.geometry) / (smaller || 1)
        return share > GRID_OVERLAP_SHARE_MAX ? [[shape, second] as [S, S]] : []
      })
  })
}

function indexOf(boxes: readonly Box[]): Flatbush {
  const index = new Flatbush(boxes.length)
  for (const box of boxes) index.add(...box)
  index.finish()
  return index
}

type Box = [number, number, number, number]

function boxOf({ geometry }: Shape): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of geometry.flat(2)) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}
