import { isRefusal, type Refusal } from '@domain/shared/refusal'
import { isProblemCode, type ProblemCode } from '@contract/problems'

/** The domain's refusals are plain codes, since it knows no wire; here each must be one that the wire knows. */
export function knownRefusal<T>(answer: T | Refusal): T | Refusal<ProblemCode> {
  if (!isRefusal(answer)) return answer
  if (!isProblemCode(answer.refused))
    throw new Error(`${answer.refused} is missing from contract/problems.ts`)
  return answer as Refusal<ProblemCode>
}
