import type { IncomingMessage } from 'node:http'
import { textRules } from '@domain/photo/photoRules'
import type { Context } from '../context'
import { findAllowedAddresses } from '../relay/allowedAddresses'
import { postPinned } from '../relay/postPinned'
import { readWhole } from '../relay/readWhole'
import type { SpeechSettings } from '../settings'
import { mimeTypeOf, type RecordingFormat } from './fileFormat'

export const HEARING_TIMEOUT_MS = 20_000
const ANSWER_BYTES_MAX = 64 * 1024

/**
 * What a voice says, in words: asked of the county's own service (`LIANXIN_SPEECH_URL`), which gets the sound and
 * nothing of whose it is, and answers `{"text": "…"}`. `null` where there is no service, or it did not answer well; the
 * voice itself is there all the same.
 */
export async function hearVoice(
  { settings, log }: Pick<Context, 'settings' | 'log'>,
  sound: Uint8Array,
  format: RecordingFormat,
): Promise<string | null> {
  const { speech } = settings
  if (!speech) return null
  try {
    // Whoever sets the address has set up this server; the service may well stand beside it.
    const found = await findAllowedAddresses(speech.url, { allowPrivate: true })
    if ('refused' in found) throw new Error(`speech service: ${found.refused}`)
    const signal = AbortSignal.timeout(HEARING_TIMEOUT_MS)
    const message = { url: speech.url, headers: headersOf(speech, format), body: sound }
    return textIn(await read(await postPinned(message, found.allowed, signal)))
  } catch (error) {
    log.warn({ err: error }, 'a voice was not put into words')
    return null
  }
}

function headersOf({ key }: SpeechSettings, format: RecordingFormat): Record<string, string> {
  const authorization = key === '' ? {} : { authorization: `Bearer ${key}` }
  return { 'content-type': mimeTypeOf[format], accept: 'application/json', ...authorization }
}

async function read(response: IncomingMessage): Promise<unknown> {
  const body = await readWhole(response, ANSWER_BYTES_MAX)
  if (body === undefined) throw new Error('the answer is too long')
  if (response.statusCode !== 200) throw new Error(`answered ${response.statusCode}`)
  return JSON.parse(body)
}

function textIn(answer: unknown): string | null {
  const text = (answer as { text?: unknown } | null)?.text
  if (typeof text !== 'string') throw new Error('no text in the answer')
  return text.trim().slice(0, textRules.matterTextMax) || null
}
