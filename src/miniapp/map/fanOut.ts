type Spot = { readonly left: number; readonly top: number }
export type Fanned<T> = T & { readonly aside: { readonly x: number; readonly y: number } }

/** Marks nearer than this, in hundredths of the map, would hide each other. */
const NEAR = 8
const RADIUS_PX = 22
const RADIUS_STEP_PX = 3
const RADIUS_MAX_PX = 90

/** Several at one spot stand in a ring around it, each with its number to be read and touched. */
export function fanOut<T extends { readonly where: Spot }>(marks: readonly T[]): Fanned<T>[] {
  const groups: T[][] = []
  for (const mark of marks) {
    const group = groups.find(([first]) => first && isNear(first.where, mark.where))
    if (group) group.push(mark)
    else groups.push([mark])
  }
  return groups.flatMap((group) =>
    group.map((mark, index) => ({ ...mark, aside: asideOf(index, group.length) })),
  )
}

function isNear(one: Spot, other: Spot): boolean {
  return Math.hypot(one.left - other.left, one.top - other.top) < NEAR
}

function asideOf(index: number, count: number): { x: number; y: number } {
  if (count === 1) return { x: 0, y: 0 }
  const radius = Math.min(RADIUS_MAX_PX, RADIUS_PX + RADIUS_STEP_PX * count)
  const angle = (index / count) * 2 * Math.PI - Math.PI / 2
  return { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) }
}
