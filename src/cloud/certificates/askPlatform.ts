import type { IncomingMessage } from 'node:http'
import { textOf } from '@domain/form/formField'
import type { Matter } from '@domain/matter/matter'
import { MINUTE_MS, type Instant } from '@domain/shared/instant'
import { findAllowedAddresses, type AddressPolicy } from '../relay/allowedAddresses'
import { postPinned } from '../relay/postPinned'
import { readWhole } from '../relay/readWhole'
import type { CertificateSettings } from '../settings'
import { readAnswer, unavailable, type Said } from './readAnswer'
import { isSigned, signQuestion } from './signQuestion'

export const QUESTION_TIMEOUT_MS = 8_000

/** An answer is a line or two; whoever sends a picture is not listened to. */
const ANSWER_BYTES_MAX = 16_384
const CLOCKS_APART_MS_MAX = 5 * MINUTE_MS
const RETRY_AFTER_MS_MAX = MINUTE_MS

export type PlatformQuestion = {
  readonly settings: CertificateSettings
  readonly addresses: AddressPolicy
  readonly questionId: string
  readonly matter: Matter
  readonly kindName: string
  readonly now: Instant
  readonly timeoutMs?: number
}

/**
 * One attempt. The id of the question is its idempotency key: asked again after a cut connection or a dead process, the
 * platform checks once. Whatever happens is an answer or "again", never a throw.
 */
export async function askPlatform(question: PlatformQuestion): Promise<Said> {
  const deadline = AbortSignal.timeout(question.timeoutMs ?? QUESTION_TIMEOUT_MS)
  try {
    return await Promise.race([attempt(question, deadline), failureOf(deadline)])
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { again: true, words: deadline.aborted ? 'timeout' : `connection ${code ?? 'failed'}` }
  }
}

async function attempt(question: PlatformQuestion, signal: AbortSignal): Promise<Said> {
  const { settings, addresses, questionId, now } = question
  const found = await findAllowedAddresses(settings.url, addresses)
  if ('refused' in found)
    return found.refused === 'unknown-host'
      ? { again: true, words: found.refused }
      : unavailable('refused', found.refused)
  signal.throwIfAborted()
  const body = JSON.stringify(bodyOf(question))
  const timestamp = String(Math.floor(now / 1000))
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'idempotency-key': questionId,
    'lianxin-timestamp': timestamp,
    'lianxin-signature': signQuestion(settings.key, { questionId, timestamp, body }),
    'user-agent': 'lianxin',
  }
  const response = await postPinned({ url: settings.url, headers, body }, found.allowed, signal)
  return hear(question, response)
}

/** What the person agreed to, and no more: which certificate, whose, what for and who gets the answer. */
function bodyOf({ matter: { kind, fields, receivedAt }, questionId, kindName }: PlatformQuestion) {
  return {
    questionId,
    certificate: { code: kind, name: kindName },
    person: textOf(fields, 'person'),
    last4: textOf(fields, 'last4'),
    use: textOf(fields, 'use'),
    receiver: textOf(fields, 'receiver'),
    agreedAt: new Date(receivedAt).toISOString(),
  }
}

/** Busy, broken, or still at it: later. Any other refusal would be the same the next time. */
const laterStatuses: ReadonlySet<number> = new Set([408, 409, 423, 425, 429])

async function hear(
  { settings, questionId, now }: PlatformQuestion,
  response: IncomingMessage,
): Promise<Said> {
  const status = response.statusCode ?? 0
  if (status >= 500 || laterStatuses.has(status)) {
    response.destroy()
    return { again: true, words: `HTTP ${status}`, ...waitOf(response) }
  }
  if (status !== 200) {
    response.destroy()
    return unavailable('refused', `HTTP ${status}`)
  }
  const body = await readWhole(response, ANSWER_BYTES_MAX)
  if (body === undefined) return unavailable('senseless', 'too long')
  const timestamp = headerOf(response, 'lianxin-timestamp')
  const signature = headerOf(response, 'lianxin-signature')
  const isTheirs = isSigned(settings.key, { questionId, timestamp, body }, signature)
  const isNew = Math.abs(Number(timestamp) * 1000 - now) <= CLOCKS_APART_MS_MAX
  return isTheirs && isNew ? readAnswer(body, now) : unavailable('senseless', 'wrong signature')
}

function waitOf({ headers }: IncomingMessage): { afterMs?: number } {
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  return seconds > 0 ? { afterMs: Math.min(seconds * 1000, RETRY_AFTER_MS_MAX) } : {}
}

function headerOf({ headers }: IncomingMessage, name: string): string {
  const value = headers[name]
  return typeof value === 'string' ? value : ''
}

function failureOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}
