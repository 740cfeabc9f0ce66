import type { TimeLimit, Urgency } from '../kind/kind'
import { isForAll, type LimitSettings } from './countySettings'
import { sayLimit } from './sayLimit'
import { settingsRules, trouble, type SettingsProblem } from './settingsProblem'

/** Longer than the law allows is refused; shorter is a county's own promise. */
export function checkLimit(
  path: string,
  limit: TimeLimit,
  lawful: TimeLimit | undefined,
): SettingsProblem[] {
  const { hours } = limit
  const { limitHoursMax } = settingsRules
  if (!(hours > 0)) return [trouble(path, 'limit-not-positive', '时限要大于零')]
  if (hours > limitHoursMax)
    return [trouble(path, 'limit-too-long', `时限最长 ${limitHoursMax} 小时`)]
  if (lawful && !isWithin(limit, lawful))
    return [trouble(path, 'limit-by-law', `法定时限是${sayLimit(lawful)}，只能缩短，不能延长`)]
  return []
}

/** Working hours never pass faster than hours of the day, so they may only take the place of working hours. */
function isWithin(limit: TimeLimit, lawful: TimeLimit): boolean {
  const sameOrFaster = limit.clock === lawful.clock || limit.clock === 'elapsed'
  return sameOrFaster && limit.hours <= lawful.hours
}

/** Each limit of a setting, with where it stands: one for all, or one for each urgency. */
export function limitsIn(
  path: string,
  limit: LimitSettings,
): { readonly path: string; readonly limit: TimeLimit; readonly urgency?: Urgency }[] {
  if (isForAll(limit)) return [{ path, limit }]
  return Object.entries(limit).map(([urgency, one]) => ({
    path: `${path}.${urgency}`,
    limit: one,
    urgency: urgency as Urgency,
  }))
}
