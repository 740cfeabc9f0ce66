import type { IncomingMessage } from 'node:http'
import { findAllowedAddresses, type AddressPolicy } from './allowedAddresses'
import { postPinned } from './postPinned'
import { signWebhook, type SignedMessage } from './signWebhook'

export type WebhookAnswer = {
  readonly accepted: boolean
  /** What came back, cut short, for the person who looks into it. */
  readonly words: string
}

export type WebhookMessage = SignedMessage & {
  readonly url: string
  readonly timeoutMs: number
  readonly addresses: AddressPolicy
}

const ANSWER_CHARACTERS_MAX = 200
/** In UTF-8, four bytes hold any character. */
const ANSWER_BYTES_MAX = 4 * ANSWER_CHARACTERS_MAX

/** One attempt. Whatever happens is an answer, never a throw: a hub's failure is not ours. */
export async function sendWebhook(message: WebhookMessage): Promise<WebhookAnswer> {
  const deadline = AbortSignal.timeout(message.timeoutMs)
  try {
    return await Promise.race([attempt(message, deadline), failureOf(deadline)])
  } catch (error) {
    return { accepted: false, words: deadline.aborted ? '超时没有回应' : wordsOf(error) }
  }
}

async function attempt(message: WebhookMessage, signal: AbortSignal): Promise<WebhookAnswer> {
  const found = await findAllowedAddresses(message.url, message.addresses)
  if ('refused' in found) return { accepted: false, words: refusalWords[found.refused] }
  signal.throwIfAborted()
  const { url, body } = message
  const headers = { ...signWebhook(message), 'user-agent': 'lianxin-relay' }
  const response = await postPinned({ url, body, headers }, found.allowed, signal)
  const status = response.statusCode ?? 0
  if (status >= 200 && status < 300) {
    // Read to its end, so that the hub is not cut off while it answers; the deadline bounds it.
    response.on('error', () => undefined).resume()
    return { accepted: true, words: `HTTP ${status}` }
  }
  return { accepted: false, words: `HTTP ${status} ${await readBeginning(response)}`.trim() }
}

const refusalWords = {
  'not-http': '接收地址不是 http 或 https',
  'has-credentials': '接收地址里不能带账号密码',
  'unknown-host': '找不到这个主机名',
  'forbidden-network': '接收地址在不允许的网段',
} as const

async function readBeginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= ANSWER_BYTES_MAX) break
    }
  } catch {
    // It broke off in the middle; the status and what came are still worth showing.
  }
  return printable(Buffer.concat(chunks).toString('utf8'))
}

/** One line, and no NUL, which PostgreSQL cannot keep. */
function printable(text: string): string {
  return [...text.replace(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, ANSWER_CHARACTERS_MAX).join('')
}

function wordsOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return printable(`连接失败 ${code ?? message}`)
}

function failureOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  })
}
