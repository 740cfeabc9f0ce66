import type { FlowTable } from '../flow/flowTable'
import { sensitivities, type Kind } from '../kind/kind'
import { checkLimit } from './checkLimit'
import type { CountySettings, KindSettings, OwnKind } from './countySettings'
import { categoryOf, flowOfCategory, isOwnCode } from './ownKinds'
import {
  checkPoints,
  checkWords,
  settingsRules,
  trouble,
  type SettingsProblem,
} from './settingsProblem'

/** What a county makes of the kinds, and those it adds. */
export function checkKindSettings(
  kinds: readonly Kind[],
  settings: CountySettings,
  tables: readonly FlowTable[],
): SettingsProblem[] {
  const { ownKindsMax } = settingsRules
  return [
    ...Object.entries(settings.kinds).flatMap(([code, change]) => {
      const kind = kinds.find((one) => one.code === code)
      return kind
        ? checkKind(kind, change, tables)
        : [trouble(`kinds.${code}`, 'unknown-kind', `没有编号是 ${code} 的类别`)]
    }),
    ...(settings.ownKinds.length > ownKindsMax
      ? [trouble('ownKinds', 'too-many', `自己的类别最多 ${ownKindsMax} 个`)]
      : []),
    ...settings.ownKinds.flatMap((own, index) =>
      checkOwn(own, kinds, settings.ownKinds.slice(0, index), tables, `ownKinds.${index}`),
    ),
  ]
}

function checkKind(
  kind: Kind,
  change: KindSettings,
  tables: readonly FlowTable[],
): SettingsProblem[] {
  const path = `kinds.${kind.code}`
  const { name, owner, basePoints, sensitivity } = change
  const { titleMax } = settingsRules
  return [
    ...(name === undefined ? [] : checkWords(`${path}.name`, name, titleMax)),
    ...(owner === undefined ? [] : checkWords(`${path}.owner`, owner, titleMax)),
    ...checkLimits(kind, change, tables),
    ...(basePoints === undefined ? [] : checkBase(kind, basePoints, `${path}.basePoints`)),
    ...(sensitivity !== undefined && rankOf(sensitivity) < rankOf(kind.sensitivity)
      ? [
          trouble(
            `${path}.sensitivity`,
            'sensitivity-lowered',
            `这一类至少是 ${kind.sensitivity}，只能更严，不能放宽`,
          ),
        ]
      : []),
  ]
}

function checkLimits(
  kind: Kind,
  { accept, handle }: KindSettings,
  tables: readonly FlowTable[],
): SettingsProblem[] {
  const byLaw = tables.find(({ name }) => name === kind.flow)?.limitsByLaw
  const path = `kinds.${kind.code}`
  return [
    ...(accept ? checkLimit(`${path}.accept`, accept, byLaw ? kind.accept : undefined) : []),
    ...(handle ? checkLimit(`${path}.handle`, handle, byLaw ? kind.handle : undefined) : []),
  ]
}

/** 0 on purpose: who accuses somebody, or asks for themselves, is not paid for it. */
function checkBase(kind: Kind, points: number, path: string): SettingsProblem[] {
  const wrong = checkPoints(path, points)
  if (wrong.length > 0 || points === 0 || kind.basePoints > 0) return wrong
  return [trouble(path, 'points-none-on-purpose', '这一类特意不给分（举报个人、办自己的事）')]
}

function checkOwn(
  own: OwnKind,
  kinds: readonly Kind[],
  before: readonly OwnKind[],
  tables: readonly FlowTable[],
  path: string,
): SettingsProblem[] {
  const { titleMax } = settingsRules
  const flow = tables.find(({ name }) => name === flowOfCategory(own.code, tables))
  return [
    ...checkCode(own.code, kinds, before, `${path}.code`),
    ...checkWords(`${path}.name`, own.name, titleMax),
    ...checkWords(`${path}.owner`, own.owner, titleMax),
    ...checkLimit(`${path}.accept`, own.accept, undefined),
    ...checkLimit(`${path}.handle`, own.handle, undefined),
    ...checkPoints(`${path}.basePoints`, own.basePoints),
    ...(flow?.sensitivity && rankOf(own.sensitivity) < rankOf(flow.sensitivity)
      ? [
          trouble(
            `${path}.sensitivity`,
            'sensitivity-lowered',
            `“${flow.title}”至少是 ${flow.sensitivity}`,
          ),
        ]
      : []),
    ...(own.initials !== undefined && !/^[a-z0-9]{1,40}$/.test(own.initials)
      ? [trouble(`${path}.initials`, 'field-name', '拼音首字母用小写字母')]
      : []),
  ]
}

function checkCode(
  code: string,
  kinds: readonly Kind[],
  before: readonly OwnKind[],
  path: string,
): SettingsProblem[] {
  const hasCategory = kinds.some(({ category }) => category === categoryOf(code))
  if (!isOwnCode(code) || !hasCategory)
    return [trouble(path, 'code-out-of-range', '县里自己的类别编号是大类加 91 到 99，例如 0191')]
  const taken = [...kinds, ...before].find((one) => one.code === code)
  return taken ? [trouble(path, 'code-taken', `${code} 已经是“${taken.name}”的编号`)] : []
}

function rankOf(sensitivity: Kind['sensitivity']): number {
  return sensitivities.indexOf(sensitivity)
}
