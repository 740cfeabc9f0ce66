import { DAY_MS, MINUTE_MS, type Instant } from '@domain/shared/instant'
import type { AnswerCommand } from '@domain/flow/decideAnswer'

/** What an attempt came to: an answer for the matter, or that it should be tried once more. */
export type Said = Answered | Again

export type Answered = {
  readonly answer: AnswerCommand
  /** For the log and the record of attempts: ours, never theirs. */
  readonly words: string
  /** Somebody has to look at it. */
  readonly fault?: true
}

export type Again = { readonly again: true; readonly words: string; readonly afterMs?: number }

const unavailableWords = {
  notSet: '还没有接通发证的平台，请看原件',
  silent: '发证的平台没有回应',
  refused: '发证的平台没有受理',
  senseless: '发证的平台的回答用不了，已经记下',
} as const

/** Nobody could say: what the person at the counter does next is the same, whatever was wrong. */
export function unavailable(why: keyof typeof unavailableWords, words: string): Answered {
  const answer = { action: 'unavailable', input: { note: unavailableWords[why] } }
  return { answer, words, ...(why === 'notSet' || why === 'silent' ? {} : { fault: true }) }
}

/** The number of a proof and nothing else: no sentence, no name, no picture written as text. */
const PROOF = /^[\w./-]{4,60}$/
/** An identity number stays where it was issued, also when a platform takes it for a number of its own. */
const IDENTITY_NUMBER = /[1-9]\d{5}(18|19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]/
/** An ISO time with its offset. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/
/** Clocks of two systems differ. */
const AHEAD_MS_MAX = 5 * MINUTE_MS

/** Their words are never taken over; only which of the answers it is, the number of the proof and its time. */
export function readAnswer(text: string, now: Instant): Said {
  const body = parseObject(text)
  if (!body) return unavailable('senseless', 'no JSON object')
  switch (body.result) {
    case 'verified':
      return readVerified(body, now)
    case 'notFound':
      return said('notFound', '发证的平台查不到')
    case 'mismatch':
      return said('mismatch', '姓名和号码后四位对不上')
    case 'unavailable':
      return { again: true, words: 'unavailable' }
    default:
      return unavailable('senseless', 'unknown result')
  }
}

function said(action: 'notFound' | 'mismatch', note: string): Said {
  return { answer: { action, input: { note } }, words: action }
}

function readVerified({ proof, checkedAt }: Record<string, unknown>, now: Instant): Said {
  if (typeof proof !== 'string' || !PROOF.test(proof) || IDENTITY_NUMBER.test(proof))
    return unavailable('senseless', 'no number of a proof')
  const at =
    typeof checkedAt === 'string' && TIME.test(checkedAt) ? Date.parse(checkedAt) : Number.NaN
  if (!(at > now - DAY_MS && at <= now + AHEAD_MS_MAX))
    return unavailable('senseless', 'no time of the check')
  const input = { proof, checkedAt: new Date(at).toISOString() }
  return { answer: { action: 'verified', input }, words: 'verified' }
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
