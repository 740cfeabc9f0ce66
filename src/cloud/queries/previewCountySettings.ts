import { can } from '@domain/access/actor'
import { checkEffective, checkSettings } from '@domain/settings/checkSettings'
import { compareSettings } from '@domain/settings/compareSettings'
import { noSettings, type CountySettings } from '@domain/settings/countySettings'
import type { SettingsProblem } from '@domain/settings/settingsProblem'
import { refuse } from '@domain/shared/refusal'
import type { Context } from '../context'
import { effectiveAt, skippedBy } from '../flows/settingsTimes'
import type { Handler } from '../handler'
import { countOpenMatters, type OpenCount } from '../store/countySettingsStore'
import { isoTime } from './isoTime'

/** Compared with what would be in force at that time without it. */
export const previewCountySettings: Handler<'previewCountySettings'> = async (
  context,
  actor,
  { content, effectiveFrom },
) => {
  const { database, countyId, countySettings } = context
  if (!can(actor, 'settings.change', String(countyId))) return refuse('access.not-permitted')
  await countySettings.reload()
  const at = effectiveAt(context, effectiveFrom)
  const before = countySettings.inForce(at)?.content ?? noSettings
  const { flows, kinds } = compareSettings(productOf(context), before, content)
  const counts = await countOpenMatters(database, countyId)
  return {
    problems: problemsOf(context, content, effectiveFrom),
    effectiveFrom: isoTime(at),
    flows: flows.map((one) => ({
      ...one,
      words: [...one.words],
      openMatters: sum(counts.filter(({ flow }) => flow === one.flow)),
    })),
    kinds: kinds.map((one) => ({
      ...one,
      words: [...one.words],
      openMatters: sum(counts.filter(({ kind }) => kind === one.code)),
    })),
    openMatters: sum(counts),
    skips: skippedBy(countySettings.all(), { effectiveFrom: at })
      .filter(({ effectiveFrom: planned }) => planned > context.now())
      .map(({ version }) => version),
  }
}

export function productOf({ tables, reference }: Context) {
  return { tables, kinds: reference.productKinds() }
}

/** Everything that keeps these settings from coming into force then. */
export function problemsOf(
  context: Context,
  content: CountySettings,
  effectiveFrom: string | undefined,
): SettingsProblem[] {
  const now = context.now()
  const at = effectiveFrom === undefined ? now : Date.parse(effectiveFrom)
  return [...checkEffective(at, now), ...checkSettings(productOf(context), content)]
}

function sum(counts: readonly OpenCount[]): number {
  return counts.reduce((total, { count }) => total + count, 0)
}
