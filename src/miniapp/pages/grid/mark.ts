import type { Urgency } from '@domain/kind/kind'
import type { Point } from '../../map/metresBetween'
import type { GridOutline } from '../../stores/gridOutline'

/** A matter on the map; its number is that of the list below. */
export type Mark = {
  readonly n: number
  readonly matterId: string
  readonly name: string
  readonly urgency: Urgency
  readonly point: Point
}

export type MapProps = {
  readonly grids: readonly GridOutline[]
  readonly marks: readonly Mark[]
  readonly here?: Point
}
