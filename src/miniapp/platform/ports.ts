import type { ChunkHeading } from '@contract/api/uploadChunk'
import type { Place } from '@domain/place/place'

/**
 * What the app needs of the machine it runs on. WeChat and the browser each answer it in their own folder; everything
 * outside `platform/` knows only these shapes, so it runs under plain Jest.
 */
export type Platform = {
  readonly name: 'weapp' | 'h5'
  readonly records: RecordStore
  readonly photos: PhotoFiles
  /** Absent where nothing can be recorded that every phone could play. */
  readonly voice?: Voice
  readonly http: Http
  /** Where the backend is a cloud function; then nothing but photo links goes over `http`. */
  readonly functionDoor?: Door
  readonly network: Network
  readonly locate: () => Promise<Place>
  readonly device: Device
  readonly dialogs: Dialogs
  readonly routes: Routes
  readonly consent: Consent
}

/** Small records that outlive the app. Writing is synchronous, so that one record is either old or new. */
export type RecordStore = {
  readonly keys: () => string[]
  readonly read: (key: string) => unknown
  /** Throws when the phone has no room left. */
  readonly write: (key: string, value: unknown) => void
  readonly remove: (key: string) => void
  /** What all records take together; 0 where nobody says. */
  readonly usedBytes: () => number
}

export type PhotoSource = 'camera' | 'album'

/** Photos kept under their final file id until the server has them. */
export type PhotoFiles = {
  /** Addresses in the temporary folder; empty when the person turned back. */
  readonly pick: (source: PhotoSource, count: number) => Promise<string[]>
  /** A short video from camera or album; `undefined` when the person turned back. Absent where none can be taken. */
  readonly film?: () => Promise<Film | undefined>
  /** Out of the temporary folder, which WeChat may empty at any time. */
  readonly adopt: (temporary: string, fileId: string) => Promise<void>
  /** Makes the kept photo smaller where that gains anything. Safe to repeat. */
  readonly shrink: (fileId: string) => Promise<void>
  /** Bytes from an offset; `undefined` when the photo is gone. */
  readonly read: (
    fileId: string,
    offset: number,
    length: number,
  ) => Promise<ArrayBuffer | undefined>
  readonly size: (fileId: string) => Promise<number | undefined>
  /** What an <Image> can show. */
  readonly address: (fileId: string) => Promise<string | undefined>
  /** A small copy for a tile: nine whole photos at once are more than an old phone can hold drawn. */
  readonly preview: (fileId: string) => Promise<string | undefined>
  readonly remove: (fileId: string) => Promise<void>
  readonly list: () => Promise<string[]>
}

export type Recording = { readonly temporary: string; readonly seconds: number }
export type Film = Recording & { readonly bytes: number }

/** Told once: `undefined` when nothing was heard, or something came in between. */
export type VoiceEnd = (recording: Recording | undefined) => void

export type Voice = {
  /** Listens until it is stopped or its time is over. Rejects when the microphone may not be used. */
  readonly start: (onEnd: VoiceEnd) => Promise<void>
  readonly stop: () => void
  readonly play: (address: string) => Promise<void>
}

export type HttpRequest = {
  readonly address: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | ArrayBuffer
  readonly timeoutMs: number
}
export type HttpAnswer = { readonly status: number; readonly body: unknown }

/** Always POST. Rejects when nobody knows whether the request arrived. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>

/** One way to ask the backend for an operation. Rejects when nobody knows whether the request arrived. */
export type Door = {
  readonly call: (name: string, input: unknown, pass: Pass) => Promise<HttpAnswer>
  readonly sendChunk: (heading: Heading, chunk: ArrayBuffer, pass: Pass) => Promise<HttpAnswer>
  /** As much of a photo as goes through at once. */
  readonly chunkBytes: number
}
/** Ids are plain text on the phone's disk. */
export type Heading = Omit<ChunkHeading, 'fileId'> & { readonly fileId: string }
export type Pass = { readonly token?: string; readonly timeoutMs: number }

export type Network = {
  readonly isOnline: () => Promise<boolean>
  readonly onChange: (listener: (online: boolean) => void) => void
}

/** Why no place could be had: the person said no, or the phone could not find itself. */
export type LocateFailure = { readonly reason: 'denied' | 'unavailable' }

/** In CSS pixels, from the upper left corner of the screen. */
export type Box = {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Device = {
  /** The person's own type size, 1 when they changed nothing. */
  readonly fontScale: () => number
  /** What WeChat or the browser speaks, such as `zh_CN`. */
  readonly language: () => string
  /** Of the element with this id on the page in front, in CSS pixels; `undefined` when it is not there. */
  readonly measureHeight: (id: string) => Promise<number | undefined>
  /** Where that element lies on the screen, for what a finger touched in it. */
  readonly measureBox: (id: string) => Promise<Box | undefined>
  readonly randomBytes: (length: number) => Uint8Array
  readonly call: (phone: string) => Promise<void>
  readonly copyText: (text: string) => Promise<void>
  /** Absent where there is no map to open. */
  readonly openMap?: (place: Place, name: string) => Promise<void>
  /** A pin on the platform's own map; `undefined` when the person turned back. Absent where there is no such map. */
  readonly choosePlace?: () => Promise<Place | undefined>
  readonly openPermissions: () => Promise<void>
  readonly previewPhotos: (addresses: readonly string[], current: string) => Promise<void>
  /** What signs in by WeChat, such as the code of `wx.login`; absent in a browser. */
  readonly loginCode?: () => Promise<string>
  /** Reads a printed code with the camera; `undefined` when the person turned back. Absent in a browser. */
  readonly scanText?: () => Promise<string | undefined>
  /** Absent in a browser. */
  readonly messages?: Messages
  /** Where the app is a page of the web: the address it was opened from. Absent in WeChat. */
  readonly pageOrigin?: () => string
  /** Puts a text into the person's own files. Absent in WeChat, where it is copied instead. */
  readonly saveText?: (name: string, text: string) => void
}

/** What WeChat calls subscribing: each yes lets one message of a template come. */
export type Messages = {
  /** Templates that are refused for good, or all of them when messages are switched off; no dialog comes for these. */
  readonly refused: (templates: readonly string[]) => Promise<readonly string[]>
  /** Only within the tap itself; what was answered for each. */
  readonly ask: (templates: readonly string[]) => Promise<Readonly<Record<string, boolean>>>
}

export type Dialogs = {
  readonly toast: (text: string) => void
  readonly confirm: (question: { title: string; text: string; yes: string }) => Promise<boolean>
  /** Stays until it was read. */
  readonly tell: (news: { title: string; text: string; yes: string }) => Promise<void>
  readonly stopPullDown: () => void
}

export type Routes = {
  readonly open: (address: string) => void
  readonly replace: (address: string) => void
  readonly tab: (address: string) => void
  readonly back: () => void
  readonly depth: () => number
  /** Every open page is closed, and this one opened anew. */
  readonly restart: (address: string) => void
  /** The title above the page in front. */
  readonly nameTitle: (title: string) => void
  /** The words of the bar at the bottom, from left to right; only while one of its pages is in front. */
  readonly nameTabs: (names: readonly string[]) => void
}

/** WeChat's privacy gate: a call waits until the person has agreed by a button with an id. */
export type Consent = {
  readonly onNeeded: (ask: (answer: ConsentAnswer) => void) => void
  readonly openContract: () => void
}
export type ConsentAnswer = (agreed: boolean, buttonId?: string) => void
