/** What the parts of the host agree on. */

/** The compiled mini-program: its files, and its templates as WeChat's own compiler renders them. */
export type WeappPackage = {
  read(path: string): string
  /** JavaScript source whose value is `$gwx`, the map from a WXML path to its template. */
  templates: string
}

export type Fields = Record<string, unknown>

export type WxOptions = Fields & {
  success?: (result: Fields) => void
  fail?: (failure: Fields) => void
  complete?: (outcome: Fields) => void
}

export type WxCall = { name: string; options: WxOptions }

export type NetRequest = {
  method: string
  url: string
  headers: Record<string, string>
  body: Uint8Array | undefined
  timeoutMs: number
}

export type NetAnswer = {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

/** Carries one request; rejects with an Error whose message is `timeout` when the time is over. */
export type Network = (request: NetRequest) => Promise<NetAnswer>

/** What stays on a phone when the mini-program is killed. Hand the same one to the next host. */
export type PhoneMemory = {
  /** Key to JSON, as `wx.setStorage` keeps it. */
  storage: Map<string, string>
  /** Path under `wxfile://usr` or `wxfile://store` to its bytes. */
  files: Map<string, StoredFile>
  folders: Set<string>
  /** The room for files that WeChat gives one mini-program: 200 MB. Lower it to fill the phone. */
  fileBytesMax: number
  /** The room for records: 10 MB where nothing else is said. */
  storageCharactersMax?: number
}

export type StoredFile = { bytes: Uint8Array; modifiedAtMs: number }

export type Photo = { bytes: Uint8Array; width?: number; height?: number; name?: string }

export type ModalAnswer = { confirm: boolean; content?: string }

/** The person and the world around the phone; a test may change any of it at any moment. */
export type Phone = {
  networkType: 'wifi' | '5g' | '4g' | '3g' | '2g' | 'unknown' | 'none'
  /** The server gets every request and acts on it, but no answer comes back to the phone. */
  answersLost: boolean
  loginCode: string
  /** What `wx.getLocation` finds, or why it fails. */
  location: { latitude: number; longitude: number; accuracy: number } | { refused: string }
  /** What the person takes or picks when asked for photos; an empty list means they cancel. */
  photos: Photo[]
  /** What the person says until the recorder is stopped, and what they film; absent means nothing. */
  spoken?: { bytes: Uint8Array; ms: number }
  film?: { bytes: Uint8Array; ms: number }
  /** What the person answers in a dialog. */
  answerModal: (options: Fields) => ModalAnswer
  /** What the person taps in an action sheet; undefined cancels. */
  tapActionSheet: (options: Fields) => number | undefined
  answerSubscription: (templateId: string) => 'accept' | 'reject' | 'ban'
  /** Which `scope.*` the person has granted or refused. */
  permissions: Record<string, boolean>
  /** The privacy gate: whether the person has agreed, and what the account never declared that it uses. */
  privacy: { agreed: boolean; undeclared: string[] }
  /** Why nobody can be asked about messages: 20004 switched off, 10005 the app behind, 20001 no such template. */
  subscriptionError: number | undefined
  /** What was chosen once with 总是保持以上选择. */
  subscriptionsKept: Record<string, 'accept' | 'reject'>
  fontSizeScaleFactor: number
  /** How high the element of a selector such as `#list` stands on the screen. */
  heightOf: (selector: string) => number
  theme: 'light' | 'dark'
  platform: 'ios' | 'android' | 'devtools'
  windowWidth: number
  windowHeight: number
}

export type SetDataBytes = { first: number; largest: number; total: number; count: number }
/** Bytes and moment of each. */
export type SetDataCall = { route: string; bytes: number; atMs: number }

export type RequestLog = {
  started: { method: string; url: string; status?: number; failure?: string }[]
  inFlight: number
  waiting: number
  inFlightMost: number
  waitingMost: number
}

/** One run of a mini-program on a phone, as the platform functions see it. */
export type Run = {
  memory: PhoneMemory
  phone: Phone
  calls: WxCall[]
  /** How often each function of `wx` was used, those that answer at once included. */
  uses: Record<string, number>
  /** How long each function of the app's and the pages' life took, by the clock of whoever looks. */
  lifecycles: { name: string; ms: number }[]
  /** Milliseconds. */
  clock: () => number
  requests: RequestLog
  temporary: Map<string, StoredFile>
  /** False once the app was killed: from then on nothing it does reaches the phone. */
  alive: boolean
  /** Photos, recordings and saved files get numbered names. */
  nextNumber: () => number
  deliver: (answer: () => void) => void
  /** Something happens to the app, such as the privacy gate asking. */
  emit: (name: string, value: unknown) => void
  /** Whether a button with this id stands on the page in front. */
  hasButton: (id: string) => boolean
  /** Stands before every call of the platform: it may let it pass, fail it, or end the app on either side of it. */
  gate?: Gate
  /** What a dead app gets from the platform: nothing, where this does not throw. */
  afterDeath?: () => void
}

export type Gate = (name: string, act: () => unknown, values: readonly unknown[]) => unknown
