import { createHmac, timingSafeEqual } from 'node:crypto'

export type SignedWords = {
  readonly questionId: string
  /** Seconds since 1970. */
  readonly timestamp: string
  readonly body: string
}

/** HMAC-SHA256 of id, time and body; questions and answers are signed alike, each with its own time. */
export function signQuestion(key: string, { questionId, timestamp, body }: SignedWords): string {
  return createHmac('sha256', key).update(`${questionId}.${timestamp}.${body}`).digest('base64')
}

export function isSigned(key: string, words: SignedWords, signature: string): boolean {
  const expected = Buffer.from(signQuestion(key, words))
  const given = Buffer.from(signature)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
