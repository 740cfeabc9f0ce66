import type { WorkCalendar } from '../deadline/dueAt'
import type { Kind } from '../kind/kind'
import type { Instant } from '../shared/instant'

/** What a decision is made on beside the matter itself; gathered by the caller, since the domain asks nobody. */
export type Surroundings = {
  readonly kind: Kind
  readonly calendar: WorkCalendar
  readonly now: Instant
  /** Matters that belong to this one and have not ended. */
  readonly openChildren?: number
  /** Has this key entered the roll before? Asked only by actions that enter one. */
  readonly hasEntered?: (roll: string, key: string) => boolean
  /** When another matter of the flow last said the same in this field. Asked only by a report that needs to know. */
  readonly lastWith?: (field: string) => Instant | undefined
  /** The printed number of the matter that this action begins. */
  readonly childNumber?: string
  /** A fresh id; minted outside, since the domain has no dice. */
  readonly newId: () => string
}
