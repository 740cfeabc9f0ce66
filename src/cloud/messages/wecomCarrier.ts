import { MINUTE_MS } from '@domain/shared/instant'
import type { Carried, Carrier, OutsideMessage } from './carrier'
import type { WecomSettings } from './messageSettings'
import { postJson } from './postJson'

const TEXT_BYTES_MAX = 2048
/** Twenty a minute and group, counted over there. */
const TOO_MANY = 45009
const WRONG_KEY = 93000

/** 企业微信群: the township's own group hears what presses. People are not named there, and no photo is sent. */
export function makeWecomCarrier({ apiBase, robots }: WecomSettings): Carrier {
  return {
    name: 'wecom',
    atOnceMax: 1,
    addressOf: () => undefined,
    groupOf: (areaCode, level) => (level !== 'note' && robots.has(areaCode) ? areaCode : undefined),
    send: (message) => send(apiBase, robots, message),
  }
}

async function send(
  apiBase: string,
  robots: ReadonlyMap<string, string>,
  message: OutsideMessage,
): Promise<Carried> {
  const key = robots.get(message.address)
  if (key === undefined) return { outcome: 'refused', answer: '这个镇没有登记群机器人' }
  const url = new URL('/cgi-bin/webhook/send', apiBase)
  url.searchParams.set('key', key)
  const content = cut(`${message.title}\n${message.words}`)
  const answer = await postJson(url, { msgtype: 'text', text: { content } })
  const code = answer?.body.errcode
  if (code === 0) return { outcome: 'sent', answer: '已发到群里' }
  if (code === WRONG_KEY) return { outcome: 'refused', answer: '企业微信 93000 群机器人的密钥不对' }
  const words = typeof code === 'number' ? `企业微信 ${code}` : '企业微信没有回答'
  return { outcome: 'later', answer: words, ...(code === TOO_MANY ? { waitMs: MINUTE_MS } : {}) }
}

/** Whole characters, within the bytes that are taken. */
function cut(text: string): string {
  let bytes = 0
  let kept = ''
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > TEXT_BYTES_MAX) break
    kept += character
  }
  return kept
}
