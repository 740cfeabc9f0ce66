import { appendFile } from 'node:fs/promises'
import type { Carried, Carrier, OutsideMessage } from './carrier'
import type { SmsSettings } from './messageSettings'
import { postJson } from './postJson'

/** A text message holds so much; longer ones cost double. */
const CHARACTERS_MAX = 70
const MOBILE = /^1\d{10}$/

/** 短信: each costs the county, so only what has become red, to whoever has to act on it. */
export function makeSmsCarrier(settings: SmsSettings): Carrier {
  return {
    name: 'sms',
    atOnceMax: 2,
    addressOf: ({ phone }, level) => (level === 'red' && MOBILE.test(phone) ? phone : undefined),
    send: (message) =>
      'file' in settings ? toFile(settings.file, message) : toGateway(settings, message),
  }
}

/** One line of JSON for each, for a county that tries it out, and for tests. */
async function toFile(file: string, message: OutsideMessage): Promise<Carried> {
  const { address: to, noticeId } = message
  try {
    await appendFile(file, `${JSON.stringify({ noticeId, to, text: textOf(message) })}\n`)
    return { outcome: 'sent', answer: '已写进文件' }
  } catch {
    return { outcome: 'later', answer: '写不进文件' }
  }
}

/** The county's gateway: `{id, to, text}`; the id lets it see a message that comes twice. */
async function toGateway(
  { url, key }: { readonly url: string; readonly key: string },
  message: OutsideMessage,
): Promise<Carried> {
  const { address: to, noticeId } = message
  const id = `${noticeId}:${to}`
  const answer = await postJson(
    new URL(url),
    { id, to, text: textOf(message) },
    {
      authorization: `Bearer ${key}`,
    },
  )
  if (!answer) return { outcome: 'later', answer: '短信网关没有回答' }
  const words = `短信网关 HTTP ${answer.status}`
  if (answer.status >= 200 && answer.status < 300) return { outcome: 'sent', answer: words }
  const never = answer.status >= 400 && answer.status < 500 && answer.status !== 429
  return { outcome: never ? 'refused' : 'later', answer: words }
}

function textOf({ title, words }: OutsideMessage): string {
  const characters = [...`【连心】${title}：${words}`.replace(/\s+/g, ' ')]
  return characters.length > CHARACTERS_MAX
    ? `${characters.slice(0, CHARACTERS_MAX - 1).join('')}…`
    : characters.join('')
}
