import type { Outline } from './layOut'
import type { Point } from './metresBetween'

/** Which of these areas a point lies in, as the phone itself can tell; a ring within a ring is a hole. */
export function areaUnder<Area extends { readonly rings: Outline }>(
  areas: readonly Area[],
  point: Point,
): Area | undefined {
  return areas.find(({ rings }) => rings.filter((ring) => isInside(ring, point)).length % 2 === 1)
}

/** A ray to the east crosses the border an odd number of times from inside. */
function isInside(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  })
  return inside
}
