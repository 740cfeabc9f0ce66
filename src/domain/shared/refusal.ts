/** 拒绝: an expected answer of the rules. It is returned, never thrown; the code is a key of `contract/problems.ts`. */
export type Refusal<Code extends string = string> = {
  readonly refused: Code
  readonly details?: Readonly<Record<string, unknown>>
}

export function refuse<Code extends string>(
  refused: Code,
  details?: Readonly<Record<string, unknown>>,
): Refusal<Code> {
  return details ? { refused, details } : { refused }
}

export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === 'object' && answer !== null && 'refused' in answer
}
