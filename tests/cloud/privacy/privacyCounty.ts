import { cleanNextPhoto } from '@cloud/files/cleanPhotos'
import { aReport, newId, openTestApp, succeed, type TestApp } from '../../support/openTestApp'
import { sha256Of, plainPicture } from '../files/pictures'

export type Who = keyof TestApp['cast']

export type PrivacyCounty = TestApp & {
  ask(who: Who, name: string, body?: unknown): ReturnType<TestApp['call']>
  report(who: Who, change: Record<string, unknown>): Promise<string>
  act(who: Who, matterId: string, action: string, input?: Record<string, unknown>): Promise<any>
  seen(who: Who, matterId: string): Promise<Record<string, any>>
  /** A photo that came and was cleaned. */
  photoFrom(who: Who): Promise<string>
  /** Who opened what of a matter, in order. */
  readsOf(matterId: string): Promise<[string, string][]>
}

/** The real app with an alert, a search or a dispute in it, and the clock in hand. */
export async function openPrivacyCounty(): Promise<PrivacyCounty> {
  const county = await openTestApp({ demo: true })
  const { app, call, cast } = county
  const ask = (who: Who, name: string, body: unknown = {}) => call(cast[who], name, body)
  return {
    ...county,
    ask,
    async report(who, change) {
      const discoveredAt = new Date(app.context.now()).toISOString()
      const body = aReport({ discoveredAt, ...change })
      await succeed(ask(who, 'reportMatter', body))
      return body.matterId
    },
    act: (who, matterId, action, input = {}) =>
      succeed(ask(who, 'actOnMatter', { commandId: newId(), matterId, action, input })),
    seen: (who, matterId) => succeed(ask(who, 'getMatter', { matterId })),
    async photoFrom(who) {
      const bytes = await plainPicture(64, 48, colour()).jpeg().toBuffer()
      const fileId = newId()
      const heading = { fileId, offset: 0, bytes: bytes.length, sha256: sha256Of(bytes) }
      await succeed(ask(who, 'uploadChunk', { ...heading, data: bytes.toString('base64') }))
      while (await cleanNextPhoto(app.context)) continue
      return fileId
    },
    async readsOf(matterId) {
      const rows = await app.context.database.query<{
        person_id: string
        act: string
        details: string
      }>(
        `select person_id, act, details from audit_entries where matter_id = $1
           and act in ('matter.read', 'secret.opened') order by seq`,
        [matterId],
      )
      const names = Object.entries(cast).map(([who, { personId }]) => [personId, who] as const)
      const whoIs = new Map<string, string>(names)
      return rows.map(({ person_id, act, details }) => [
        whoIs.get(person_id) ?? person_id,
        act === 'matter.read' ? 'matter' : (JSON.parse(details).field as string),
      ])
    },
  }
}

let shade = 0
/** No two alike: the same picture is kept once. */
function colour(): string {
  shade += 0x1f1f
  return `#${(shade % 0x1000000).toString(16).padStart(6, '0')}`
}
