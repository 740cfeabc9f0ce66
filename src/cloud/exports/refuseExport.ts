import { can, holds, type Actor } from '@domain/access/actor'
import { refuse, type Refusal } from '@domain/shared/refusal'
import type { ExportRequest } from '@contract/exportMatters'
import type { ProblemCode } from '@contract/problems'

/**
 * Who may take matters out as a file: whoever answers for the area's numbers and reads its matters. At the
 * console they prove their second factor first.
 */
export function refuseExport(
  actor: Actor,
  { areaCode }: Pick<ExportRequest, 'areaCode'>,
): Refusal<ProblemCode> | undefined {
  if (!holds(actor, 'numbers.read') || !holds(actor, 'matter.read'))
    return refuse('access.not-permitted')
  const mayHere = can(actor, 'numbers.read', areaCode) && can(actor, 'matter.read', areaCode)
  if (!mayHere) return refuse('access.outside-jurisdiction')
  return actor.unproven ? refuse('factor.needed') : undefined
}
