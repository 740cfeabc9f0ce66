import type { HttpAnswer, HttpRequest, Platform } from '@miniapp/platform/ports'
import { createMemoryPhone } from './memoryPhone'

/** WeChat shows no question whose button says more. */
const YES_CHARACTERS_MAX = 4

export type Handler = (body: unknown, request: HttpRequest) => HttpAnswer | undefined

/**
 * A phone for page tests. Import it inside `jest.mock('@miniapp/platform/platform', …)`; each test lays answers ready
 * by operation name, and an operation without one has no network.
 */
export function createFakePlatform() {
  const phone = createMemoryPhone()
  const answers = new Map<string, Handler>()
  const requests: { name: string; body: unknown }[] = []
  const opened: string[] = []
  const toasts: string[] = []
  const named: string[] = []
  const world = {
    place: { longitude: 112.4, latitude: 24.71, datum: 'gcj02' as const, accuracyMetres: 12 },
    denied: false,
    confirms: true,
    fontScale: 1,
    language: 'zh_CN',
    taken: ['camera://1'],
    scanned: undefined as string | undefined,
  }
  const platform: Platform = {
    name: 'weapp',
    records: phone.records,
    photos: { ...phone.photos, pick: async () => world.taken },
    http: async (request) => {
      const name = request.address.replace(/^.*\/api\/v1\//, '').replace(/\?.*$/, '')
      const body =
        typeof request.body === 'string' ? (JSON.parse(request.body) as unknown) : request.body
      const key = name.startsWith('files/') ? 'uploadChunk' : name
      requests.push({ name: key, body })
      const answer = answers.get(key)?.(body, request)
      if (!answer) throw new Error('No network')
      return answer
    },
    network: { isOnline: async () => true, onChange: () => undefined },
    locate: async () => {
      if (world.denied) throw Object.assign(new Error('No location'), { reason: 'denied' })
      return world.place
    },
    device: {
      fontScale: () => world.fontScale,
      language: () => world.language,
      measureHeight: async () => undefined,
      measureBox: async () => ({ left: 0, top: 0, width: 100, height: 100 }),
      randomBytes: (length) => Uint8Array.from({ length }, () => Math.floor(Math.random() * 256)),
      call: async () => undefined,
      copyText: async () => undefined,
      openMap: async () => undefined,
      openPermissions: async () => undefined,
      previewPhotos: async () => undefined,
      loginCode: async () => 'code',
      scanText: async () => world.scanned,
    },
    dialogs: {
      toast: (text) => void toasts.push(text),
      confirm: async ({ yes }) => {
        if (yes.length > YES_CHARACTERS_MAX) throw new Error('showModal:fail confirmText')
        return world.confirms
      },
      tell: async ({ text }) => void toasts.push(text),
      stopPullDown: () => undefined,
    },
    routes: {
      open: (address) => void opened.push(address),
      replace: (address) => void opened.push(address),
      tab: (address) => void opened.push(address),
      back: () => void opened.push('back'),
      depth: () => 1,
      restart: (address) => void opened.push(`restart ${address}`),
      nameTitle: (title) => void named.push(title),
      nameTabs: (names) => void named.push(...names),
    },
    consent: { onNeeded: () => undefined, openContract: () => undefined },
  }
  const answer = (name: string, body: unknown, status = 200) =>
    void answers.set(name, () => ({ status, body }))
  return { platform, phone, answers, answer, requests, opened, named, toasts, world }
}

export type FakePlatform = ReturnType<typeof createFakePlatform>
