import type { KindView } from '@contract/views'

/** 反诈 */
const FRAUD = '09'
const FRAUD_LINE = '96110'
/** 走失、身份不明: somebody may be hurt, and somebody may be looking for them. */
const LOST_PERSON = '0701'

/** Whom to call before a form is filled in, the first one first. */
export function emergencyCalls({ code, category, emergencyNumber }: KindView): string[] {
  const own = emergencyNumber ? [emergencyNumber] : []
  if (category === FRAUD) return [...own, FRAUD_LINE]
  return code === LOST_PERSON ? [...new Set([...own, '110', '120'])] : own
}
