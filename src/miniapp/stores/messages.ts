import { platform } from '../platform/platform'
import { log } from '../platform/log'
import { useNetwork } from './network'
import { askServer, useServer } from './server'

const KEY = 'messages-refused'
/** Whoever said no is left alone for a week; WeChat itself remembers 总是保持以上选择. */
const REFUSED_MS = 7 * 24 * 60 * 60 * 1000
/** A dialog that nobody answers does not hold up the page; the report is on its way by then. */
const PATIENCE_MS = 8_000

/** By template, until when nobody is asked. */
type Refused = Readonly<Record<string, number>>

/** Which templates there are and which are refused for good, before the tap: within it there is no time to ask. */
export async function lookAtMessages(): Promise<void> {
  const { messages } = platform.device
  if (!messages) return
  await askServer()
  try {
    noteRefused(await messages.refused(useServer.getState().messageTemplates ?? []))
  } catch (cause) {
    log('The settings of messages could not be read', cause)
  }
}

/**
 * May the township tell how it goes on? To be called within the tap on 发送, since WeChat opens its dialog only there.
 * Whatever comes of it, it ends, and what was sent is not touched by it.
 */
export function askForMessages(now = Date.now()): Promise<void> {
  const { messages } = platform.device
  const templates = (useServer.getState().messageTemplates ?? []).filter(
    (template) => (readRefused()[template] ?? 0) <= now,
  )
  if (!messages || templates.length === 0 || !useNetwork.getState().online) return Promise.resolve()
  const asked = messages.ask(templates).then(
    (answers) =>
      noteRefused(
        templates.filter((template) => answers[template] === false),
        now,
      ),
    (cause: unknown) => log('Nobody was asked about messages', cause),
  )
  return Promise.race([asked, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS))])
}

function noteRefused(templates: readonly string[], now = Date.now()): void {
  if (templates.length === 0) return
  const until = Object.fromEntries(templates.map((template) => [template, now + REFUSED_MS]))
  platform.records.write(KEY, { ...readRefused(), ...until })
}

function readRefused(): Refused {
  return (platform.records.read(KEY) as Refused | undefined) ?? {}
}
