import type { SettingsVersionView } from '@contract/countySettings'
import type { Context } from '../context'
import { skippedBy } from '../flows/settingsTimes'
import type { StoredSettings } from '../store/countySettingsStore'
import { findPeople } from '../store/peopleStore'
import { isoTime } from './isoTime'

/** The versions as the list shows them, newest first. */
export async function viewVersions(context: Context): Promise<SettingsVersionView[]> {
  const { database, countyId, countySettings } = context
  const versions = countySettings.all()
  const makers = versions.map(({ madeBy }) => madeBy)
  const people = await findPeople(database, countyId, [...new Set(makers)])
  return versions
    .map((one) => ({
      version: one.version,
      effectiveFrom: isoTime(one.effectiveFrom),
      madeAt: isoTime(one.madeAt),
      madeBy: people.get(one.madeBy)?.name ?? '',
      note: one.note,
      state: stateOf(context, one, versions),
    }))
    .reverse()
}

function stateOf(
  { countySettings, now }: Context,
  one: StoredSettings,
  versions: readonly StoredSettings[],
): SettingsVersionView['state'] {
  const later = versions.filter(({ version }) => version > one.version)
  if (later.some((newer) => skippedBy([one], newer).length > 0)) return 'skipped'
  if (one.effectiveFrom > now()) return 'planned'
  return countySettings.inForce()?.version === one.version ? 'inForce' : 'past'
}
