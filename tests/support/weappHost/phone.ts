import type { Phone, PhoneMemory } from './types'

export function createPhoneMemory(): PhoneMemory {
  return {
    storage: new Map(),
    files: new Map(),
    folders: new Set(),
    fileBytesMax: 200 * 1024 * 1024,
  }
}

/** A phone in the township with a good network and a willing person. */
export function createPhone(given: Partial<Phone> = {}): Phone {
  return {
    networkType: 'wifi',
    answersLost: false,
    loginCode: 'login-code',
    location: { latitude: 30.25, longitude: 120.16, accuracy: 8 },
    photos: [{ bytes: Uint8Array.from({ length: 10 }, (_, i) => i) }],
    answerModal: () => ({ confirm: true }),
    tapActionSheet: () => 0,
    answerSubscription: () => 'accept',
    permissions: {},
    privacy: { agreed: true, undeclared: [] },
    subscriptionError: undefined,
    subscriptionsKept: {},
    fontSizeScaleFactor: 1,
    heightOf: () => 0,
    theme: 'light',
    platform: 'devtools',
    windowWidth: 375,
    windowHeight: 667,
    ...given,
  }
}
