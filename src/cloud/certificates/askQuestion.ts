import { waitsForAnswer } from '@domain/flow/asksOf'
import { textOf } from '@domain/form/formField'
import type { Matter } from '@domain/matter/matter'
import type { Context } from '../context'
import { addressPolicyOf } from '../relay/allowedAddresses'
import { findMatter } from '../store/matterStore'
import {
  closeQuestion,
  postponeQuestion,
  writeAttempt,
  type ClaimedQuestion,
} from '../store/questionStore'
import { answerMatter } from './answerMatter'
import { askPlatform, QUESTION_TIMEOUT_MS } from './askPlatform'
import { unavailable, type Answered, type Said } from './readAnswer'

/** With the delays between them they end well before the five minutes that a matter waits. */
export const QUESTION_ATTEMPTS_MAX = 4
const FIRST_DELAY_MS = 3_000
const GROWTH = 3
/** A platform that comes back is not met by all that waited in the same second. */
const JITTER = 0.2

export type AskMeans = {
  /** A number in [0, 1), as Math.random gives. */
  readonly dice: () => number
  readonly timeoutMs?: number
}

/** 3 s, 9 s, 27 s after the failed attempt of that number (from 1), or as long as the platform asks for. */
export function askDelayMs(attempt: number, dice: number, askedMs = 0): number {
  const delay = Math.max(askedMs, FIRST_DELAY_MS * GROWTH ** (attempt - 1))
  // Never earlier than it asked.
  return Math.round(delay * (askedMs > 0 ? 1 + JITTER * dice : 1 - JITTER + 2 * JITTER * dice))
}

/**
 * One attempt at one question. A process that dies before its answer is written leaves the lease to run out, and
 * the platform is asked once more under the same id.
 */
export async function askQuestion(
  context: Context,
  means: AskMeans,
  claimed: ClaimedQuestion,
): Promise<void> {
  const { database, countyId } = context
  const { questionId, matterId, attempt } = claimed
  const about = { countyId, questionId }
  const matter = await findMatter(database, countyId, matterId)
  if (!matter || !waitsForAnswer(context.flows.of(matter), matter))
    return closeQuestion(database, { ...about, now: context.now() })
  const said = await sayOf(context, means, claimed, matter)
  await writeAttempt(database, { ...about, now: context.now(), attempt, words: said.words })
  if ('answer' in said) return give(context, claimed, said)
  if (attempt >= QUESTION_ATTEMPTS_MAX)
    return give(context, claimed, unavailable('silent', said.words))
  const until = context.now() + askDelayMs(attempt, means.dice(), said.afterMs)
  await postponeQuestion(database, { ...about, attempt, until })
}

async function sayOf(
  context: Context,
  { timeoutMs = QUESTION_TIMEOUT_MS }: AskMeans,
  { questionId, asks, attempt }: ClaimedQuestion,
  matter: Matter,
): Promise<Said> {
  const { settings, reference } = context
  if (asks !== 'certificate' || !settings.certificates) return unavailable('notSet', 'not set')
  // Each attempt before this one ended with its process; one of them may have been answered.
  if (attempt > QUESTION_ATTEMPTS_MAX) return unavailable('silent', 'interrupted each time')
  if (textOf(matter.fields, 'person') === undefined) return unavailable('refused', 'nobody named')
  return askPlatform({
    settings: settings.certificates,
    addresses: addressPolicyOf(settings),
    questionId,
    matter,
    kindName: reference.findKind(matter.kind, matter.kindVersion)?.name ?? matter.kind,
    now: context.now(),
    timeoutMs,
  })
}

/** An answer that the matter's form refuses makes no sense either. */
async function give(context: Context, claimed: ClaimedQuestion, said: Answered): Promise<void> {
  if (said.fault) warn(context, claimed, said.words)
  if (await answerMatter(context, claimed, said.answer)) return
  const instead = unavailable('senseless', 'refused by the form')
  if (await answerMatter(context, claimed, instead.answer))
    return warn(context, claimed, instead.words)
  const { countyId, database } = context
  await closeQuestion(database, { countyId, questionId: claimed.questionId, now: context.now() })
}

/** Our own words and ids: the log never holds what was asked, nor what came back. */
function warn(
  { log }: Context,
  { questionId, matterId, attempt }: ClaimedQuestion,
  words: string,
): void {
  log.warn({ questionId, matterId, attempt, words }, 'no usable answer from outside')
}
