import { can } from '@domain/access/actor'
import type { FlowTable } from '@domain/flow/flowTable'
import type { Kind } from '@domain/kind/kind'
import { noSettings, REPORT_FORM, type LimitSettings } from '@domain/settings/countySettings'
import { refuse } from '@domain/shared/refusal'
import { findFlow } from '@domain/flows/allFlows'
import type { FlowToSetView, KindToSetView } from '@contract/api/readCountySettings'
import type { CountySettingsInput } from '@contract/countySettings'
import type { Context } from '../context'
import type { Handler } from '../handler'
import type { StoredSettings } from '../store/countySettingsStore'
import { drawForm } from './drawForm'
import { viewVersions } from './settingsVersions'

/** What another process has saved a moment ago is read first: an editor begins from the newest. */
export const readCountySettings: Handler<'readCountySettings'> = async (
  context,
  actor,
  { version },
) => {
  if (!can(actor, 'settings.change', String(context.countyId)))
    return refuse('access.not-permitted')
  const { countySettings, reference, tables } = context
  await countySettings.reload()
  const shown = findShown(context, version)
  if (version !== undefined && version > 0 && !shown) return refuse('settings.version-unknown')
  return {
    versions: await viewVersions(context),
    version: shown?.version ?? 0,
    content: (shown?.content ?? noSettings) as CountySettingsInput,
    flows: newest(tables).map(drawFlow),
    kinds: reference.productKinds().map(drawKind),
  }
}

function findShown(
  { countySettings }: Context,
  version: number | undefined,
): StoredSettings | undefined {
  return version === undefined ? countySettings.all().at(-1) : countySettings.find(version)
}

function newest(tables: readonly FlowTable[]): FlowTable[] {
  return tables.filter((table) => findFlow(tables, table.name) === table)
}

function drawFlow(flow: FlowTable): FlowToSetView {
  return {
    flow: flow.name,
    title: flow.title,
    purpose: flow.purpose,
    limitsByLaw: flow.limitsByLaw ?? false,
    statuses: Object.entries(flow.statuses).flatMap(([status, { title, deadline }]) => {
      const limit = typeof deadline === 'object' ? deadline.limit : undefined
      return isOwnLimit(limit) ? [{ status, title, limit }] : []
    }),
    forms: drawForms(flow),
    points: drawPoints(flow),
  }
}

/** Not the kind's, nor what a day in a form decides. */
function isOwnLimit(limit: unknown): limit is LimitSettings {
  return typeof limit === 'object' && limit !== null && !('until' in limit)
}

/** An action that stands in several statuses is one form here, since settings name it once. */
function drawForms({ report, statuses }: FlowTable): FlowToSetView['forms'] {
  const rows = Object.values(statuses)
    .flatMap(({ actions }) => Object.entries(actions))
    .filter(([action, { automatic }]) => automatic === undefined && action !== 'claim')
  const once = new Map(rows.reverse().map(([action, row]) => [action, row]))
  const actions = [...once].reverse().map(([action, { title, form }]) => ({ action, title, form }))
  return [{ action: REPORT_FORM, title: report.title, form: report.form }, ...actions].map(
    ({ action, title, form }) => ({ action, title, fields: drawForm(form) }),
  )
}

function drawPoints({ statuses }: FlowTable): FlowToSetView['points'] {
  const rows = Object.values(statuses).flatMap(({ actions }) => Object.values(actions))
  const paid = rows.flatMap(({ title, pays }) => (pays ? [{ title, pays }] : []))
  const once = new Map(paid.map((one) => [one.pays.rule, one]))
  return [...once].map(([rule, { title, pays }]) => ({
    rule,
    title,
    points: pays.points === 'kind.base' ? null : pays.points,
  }))
}

function drawKind({ version: _version, ...kind }: Kind): KindToSetView {
  return kind
}
