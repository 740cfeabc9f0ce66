import type { Matter } from '../matter/matter'
import { HOUR_MS } from '../shared/instant'
import type { FlowTable } from './flowTable'

/** 同一件: same kind, 50 metres, 24 hours. The rule of the field. */
export const SAME_METRES_MAX = 50
export const SAME_HOURS_MAX = 24

/**
 * Only to what is open to everybody's eye does somebody add their photo by their own hand: whoever joins reads what its
 * reporter reads. All else the hub joins.
 */
export function mayAlsoSee(
  { keptTo, statuses }: FlowTable,
  { sensitivity, endedAt, joinedTo }: Matter,
): boolean {
  const joins = Object.values(statuses).some(({ actions }) =>
    Object.values(actions).some(({ merges, relation }) => merges && relation === 'reporter'),
  )
  const isOpen = keptTo === undefined && endedAt === undefined && joinedTo === undefined
  return joins && isOpen && sensitivity === 'S0'
}

/** Were both seen at about the same time? Where they lie is measured by whoever has a map. */
export function isSeenTogether(one: Matter, other: Matter): boolean {
  return Math.abs(one.receivedAt - other.receivedAt) <= SAME_HOURS_MAX * HOUR_MS
}
