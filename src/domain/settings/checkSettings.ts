import type { FlowTable } from '../flow/flowTable'
import { checkFlows } from '../flows/allFlows'
import type { Kind } from '../kind/kind'
import { DAY_MS, type Instant } from '../shared/instant'
import { applySettings } from './applySettings'
import { checkFlowSettings } from './checkFlowSettings'
import { checkKindSettings } from './checkKindSettings'
import type { CountySettings } from './countySettings'
import { settingsRules, trouble, type SettingsProblem } from './settingsProblem'

/** The product as it comes, before any county has set anything. */
export type Product = {
  readonly tables: readonly FlowTable[]
  readonly kinds: readonly Kind[]
}

/** Everything that is wrong with settings; empty when they may come into force. */
export function checkSettings(product: Product, settings: CountySettings): SettingsProblem[] {
  const { tables, kinds } = product
  const named = [
    ...Object.entries(settings.flows).flatMap(([name, set]) => {
      const flow = tables.find((table) => table.name === name)
      return flow
        ? checkFlowSettings(flow, set, tables, `flows.${name}`)
        : [trouble(`flows.${name}`, 'unknown-flow', `没有叫“${name}”的流程`)]
    }),
    ...checkKindSettings(kinds, settings, tables),
  ]
  return named.length > 0 ? named : unsound(tables, settings)
}

/** The same check that the product's own tables pass. */
function unsound(tables: readonly FlowTable[], settings: CountySettings): SettingsProblem[] {
  const wrong = checkFlows(applySettings(tables, settings))
  return wrong.map((words) => {
    const [name = ''] = words.split(':')
    const title = tables.find((table) => table.name === name)?.title ?? name
    return trouble(`flows.${name}`, 'unsound', `这样改了“${title}”就走不通（${words}）`)
  })
}

/** 生效时间: not in the past, since what has begun keeps what it began with, and not too far to be foreseen. */
export function checkEffective(effectiveFrom: Instant, now: Instant): SettingsProblem[] {
  const { daysAheadMax } = settingsRules
  if (effectiveFrom < now)
    return [trouble('effectiveFrom', 'effective-in-past', '生效时间已经过去，请选今后的时间')]
  return effectiveFrom > now + daysAheadMax * DAY_MS
    ? [trouble('effectiveFrom', 'effective-too-far', '生效时间最多在一年之内')]
    : []
}
