import type { WechatCloud } from '@miniapp/platform/weapp/createFunctionDoor'

type Event = { readonly name: string; readonly body: unknown; readonly token?: string }
export type CloudFunction = (event: Event) => Promise<unknown>

const EVENT_BYTES_MAX = 100 * 1024

/** `wx.cloud` with one function behind it: what goes through is JSON, and not too much of it. */
export function createFakeWechatCloud(main: CloudFunction) {
  const events: { bytes: number; event: Event }[] = []
  const environments: string[] = []
  /** lost: the function has run and its answer did not come · silent: neither callback is ever called. */
  const line = { state: 'open' as 'open' | 'lost' | 'silent' }
  const cloud: WechatCloud = {
    init: ({ env }) => void environments.push(env),
    callFunction: ({ name, data, success, fail }) => {
      const text = JSON.stringify(data)
      const bytes = Buffer.byteLength(text)
      if (name !== 'api') return fail({ errCode: -501000, errMsg: 'FunctionName not found' })
      if (bytes > EVENT_BYTES_MAX)
        return fail({ errMsg: 'cloud.callFunction:fail Error: data exceed max size' })
      const event = JSON.parse(text) as Event
      events.push({ bytes, event })
      main(event).then((result) => {
        if (line.state === 'lost') fail({ errMsg: 'cloud.callFunction:fail timeout' })
        if (line.state === 'open') success({ result: JSON.parse(JSON.stringify(result ?? null)) })
      }, fail)
    },
  }
  return { cloud, events, environments, line }
}

export const toBase64 = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('base64')
