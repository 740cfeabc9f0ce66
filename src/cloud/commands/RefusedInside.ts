import type { Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'

/** A refusal found when part of the step was written already: thrown, so that the transaction leaves nothing behind. */
export class RefusedInside extends Error {
  constructor(readonly refusal: Refusal<ProblemCode>) {
    super(refusal.refused)
  }
}
