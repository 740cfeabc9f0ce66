import type { CountySettings } from '@domain/settings/countySettings'
import { MINUTE_MS } from '@domain/shared/instant'
import { newId, succeed, type Answer, type TestApp } from '../../support/openTestApp'

type Save = {
  readonly basedOn?: number
  readonly effectiveFrom?: string
  readonly commandId?: string
  readonly note?: string
}

/** The county's administrator at the page of flows and kinds. */
export function settingsDesk(county: TestApp) {
  const { call, cast } = county
  const read = (version?: number) =>
    succeed(call(cast.countyAdmin, 'readCountySettings', version === undefined ? {} : { version }))
  /** Changes nothing but what is named: the rest is as the newest version has it. */
  async function request(change: Partial<CountySettings>, save: Save = {}) {
    const { version, content } = await read()
    return {
      commandId: newId(),
      basedOn: version,
      note: '试行',
      ...save,
      content: { ...content, ...change },
    }
  }
  return {
    read,
    request,
    async save(change: Partial<CountySettings>, save: Save = {}): Promise<number> {
      const body = await request(change, save)
      const { version } = await succeed(call(cast.countyAdmin, 'changeCountySettings', body))
      // Where several processes read it, "at once" is when all of them have had the time to.
      const { sharedWithOtherProcesses } = county.app.context.database.capabilities
      if (sharedWithOtherProcesses && !save.effectiveFrom) county.moveClock(2 * MINUTE_MS)
      return version.version
    },
    async trySaving(change: Partial<CountySettings>, save: Save = {}): Promise<Answer> {
      return call(cast.countyAdmin, 'changeCountySettings', await request(change, save))
    },
    async preview(change: Partial<CountySettings>, effectiveFrom?: string) {
      const { content } = await read()
      const when = effectiveFrom === undefined ? {} : { effectiveFrom }
      const body = { content: { ...content, ...change }, ...when }
      return succeed(call(cast.countyAdmin, 'previewCountySettings', body))
    },
  }
}
