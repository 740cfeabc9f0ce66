import type { WorkCalendar } from '@domain/deadline/dueAt'
import type { FlowTable } from '@domain/flow/flowTable'
import type { Instant } from '@domain/shared/instant'
import type { AuditWriter } from './audit/auditWriter'
import type { FlowBook } from './flows/flowBook'
import type { SettingsShelf } from './flows/settingsShelf'
import type { BlobStore } from './files/blobStore'
import type { ReportRate } from './limits/reportRate'
import type { UploadQuota } from './limits/uploadQuota'
import type { Presence } from './live/presence'
import type { Log } from './log'
import type { Reference } from './reference/reference'
import type { Settings } from './settings'
import type { SignOn } from './signOn/signOn'
import type { ActivePeople } from './store/activePeople'
import type { Database } from './store/database'
import type { ReportWriter } from './store/writeReports'
import type { NumberLease } from './store/numberLease'
import type { Sessions } from './store/sessions'
import type { Turns } from './turns'
import type { Wechat } from './wechat/wechat'

/** What a command or query is handed. `app.ts` puts it together once; time and dice are here so that tests move them. */
export type Context = {
  readonly settings: Settings
  readonly countyId: number
  readonly database: Database
  readonly blobs: BlobStore
  /** Areas, grids, kinds and departments, held in memory and read again when an import changes them. */
  readonly reference: Reference
  /** The flow tables as the product brings them. */
  readonly tables: readonly FlowTable[]
  /** The flow tables in force, and those that running matters began with. */
  readonly flows: FlowBook
  /** The versions of what the county has set. */
  readonly countySettings: SettingsShelf
  readonly calendar: WorkCalendar
  /** 审计: for what is read; what is changed is told in its own transaction. */
  readonly audit: AuditWriter
  readonly sessions: Sessions
  /** Passwords are hashed a few at a time, or guessing at them would leave no processor for reports. */
  readonly hashing: Turns
  /** Whether an account is open, for what is asked without a session. */
  readonly activePeople: ActivePeople
  readonly numbers: NumberLease
  readonly reports: ReportWriter
  readonly reportRate: ReportRate
  readonly uploadQuota: UploadQuota
  readonly wechat: Wechat
  /** 统一登录, where the county has one. */
  readonly signOn: SignOn | undefined
  readonly linkSecret: string
  readonly log: Log
  readonly now: () => Instant
  /** A fresh UUID v7. */
  readonly newId: () => string
  /** Something was written that others wait for: live streams, the relay, the photo cleaner. In this process only. */
  readonly wake: Wake
  readonly presence: Presence
}

/** `uploading`: a phone is sending a photo at this moment. */
export type WakeTopic = 'changes' | 'outbox' | 'photos' | 'uploading' | 'questions'

export type Wake = {
  notify(topic: WakeTopic): void
  /** Returns what undoes it. */
  listen(topic: WakeTopic, listener: () => void): () => void
}
