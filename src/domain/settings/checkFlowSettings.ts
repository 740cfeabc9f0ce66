import type { FlowTable } from '../flow/flowTable'
import type { TimeLimit, Urgency } from '../kind/kind'
import { checkFormSettings } from './checkFormSettings'
import { checkLimit, limitsIn } from './checkLimit'
import { isForAll, type FlowSettings, type LimitSettings } from './countySettings'
import { checkPoints, trouble, type SettingsProblem } from './settingsProblem'

/** What a county makes of one flow. */
export function checkFlowSettings(
  flow: FlowTable,
  set: FlowSettings,
  tables: readonly FlowTable[],
  path: string,
): SettingsProblem[] {
  return [
    ...Object.entries(set.limits ?? {}).flatMap(([status, limit]) =>
      checkStatusLimit(flow, status, limit, `${path}.limits.${status}`),
    ),
    ...Object.entries(set.points ?? {}).flatMap(([rule, points]) =>
      checkRule(flow, rule, points, `${path}.points.${rule}`),
    ),
    ...Object.entries(set.forms ?? {}).flatMap(([action, form]) =>
      checkFormSettings({ flow, tables, action }, form, `${path}.forms.${action}`),
    ),
    ...namedTwice(set, path),
  ]
}

function checkStatusLimit(
  flow: FlowTable,
  status: string,
  limit: LimitSettings,
  path: string,
): SettingsProblem[] {
  const row = Object.hasOwn(flow.statuses, status) ? flow.statuses[status] : undefined
  if (!row) return [trouble(path, 'unknown-status', `“${flow.title}”没有“${status}”这个状态`)]
  const product = typeof row.deadline === 'object' ? row.deadline.limit : undefined
  if (product === undefined)
    return [trouble(path, 'limit-not-here', `“${row.title}”没有自己的时限`)]
  if (typeof product === 'string')
    return [trouble(path, 'limit-not-here', `“${row.title}”的时限跟着类别走，请在类别里改`)]
  if ('until' in product)
    return [trouble(path, 'limit-not-here', `“${row.title}”的时限由填写的日子决定，不能另定`)]
  return limitsIn(path, limit).flatMap((one) =>
    checkLimit(one.path, one.limit, flow.limitsByLaw ? lawfulOf(product, one.urgency) : undefined),
  )
}

function lawfulOf(product: LimitSettings, urgency: Urgency | undefined): TimeLimit {
  return isForAll(product) ? product : product[urgency ?? 'U1']
}

function checkRule(flow: FlowTable, rule: string, points: number, path: string): SettingsProblem[] {
  const pays = Object.values(flow.statuses)
    .flatMap(({ actions }) => Object.values(actions))
    .some((row) => row.pays?.rule === rule)
  if (!pays) return [trouble(path, 'unknown-rule', `“${flow.title}”没有“${rule}”这条积分规则`)]
  return checkPoints(path, points)
}

/** One name, one meaning: what is remembered under it is shown under one title. */
function namedTwice({ forms }: FlowSettings, path: string): SettingsProblem[] {
  const added = Object.entries(forms ?? {}).flatMap(([action, { adds }]) =>
    (adds ?? []).map(({ name }, index) => ({
      name,
      at: `${path}.forms.${action}.adds.${index}.name`,
    })),
  )
  return added
    .filter(({ name }, index) => added.findIndex((one) => one.name === name) !== index)
    .map(({ name, at }) => trouble(at, 'field-taken', `“${name}”这个代号用了两次`))
}
