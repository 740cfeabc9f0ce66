import { can, holds, isVolunteer, type Actor } from '../access/actor'
import type { Permission } from '../access/permissions'
import type { AreaCode } from '../area/areaCode'
import { checkForm } from '../form/checkForm'
import { textOf, textsOf, type Fields, type FormField } from '../form/formField'
import { sensitivities, type Sensitivity } from '../kind/kind'
import type { Matter, MatterPhoto, ParentMatter } from '../matter/matter'
import type { MatterEvent } from '../matter/matterEvent'
import { remember } from '../matter/remember'
import { photoRules, textRules, voiceRules } from '../photo/photoRules'
import type { Place } from '../place/place'
import type { FileId, MatterId, PersonId } from '../shared/ids'
import { DAY_MS, type Instant } from '../shared/instant'
import { refuse, type Refusal } from '../shared/refusal'
import { meetsReport } from './condition'
import type { FlowTable } from './flowTable'
import { getStatus } from './getStatus'
import { listsAfter } from './listsAfter'
import { partiesIn, rememberedOf } from './moveMatter'
import type { Surroundings } from './surroundings'
import { openCalls, tasksAfter } from './tasksAfter'
import { timeOf } from './timeAfter'

export type ReportCommand = {
  readonly matterId: MatterId
  readonly text: string
  readonly place?: Place
  /** Set right already where the phone's clock was wrong. */
  readonly discoveredAt: Instant
  readonly clockAheadMs?: number
  readonly fileIds: readonly FileId[]
  readonly voiceIds?: readonly FileId[]
  /** What the flow's own form asks. */
  readonly fields?: Fields
}

/** Where it lies and what it will be called: found by the caller, since the domain has no map and no counter. */
export type Filing = {
  readonly areaCode: AreaCode
  readonly number: string
  readonly settingsVersion?: number
  readonly parent?: ParentMatter
  /** Of the matter whose words it takes over: no word becomes less sensitive by being handed on. */
  readonly sensitivity?: Sensitivity
}

/** A phone may have lain in a drawer for two months, and its clock may be two days fast; beyond that it is wrong. */
export const REPORT_AGE_MAX_MS = 60 * DAY_MS
export const CLOCK_AHEAD_MAX_MS = 2 * DAY_MS

/** 上报: anyone with the permission reports within their own county; a matter begins. */
export function decideReport(
  flow: FlowTable,
  command: ReportCommand,
  actor: Actor,
  filing: Filing,
  surroundings: Surroundings,
): MatterEvent[] | Refusal {
  const kind = flow.kinds?.find(({ code }) => code === surroundings.kind.code)
  const permission = kind?.permission ?? flow.report.permission
  if (!holds(actor, permission) || !ringIsOwn(actor, permission, command.fields))
    return refuse('access.not-permitted')
  if (flow.report.onlyWhereHeld && !can(actor, permission, filing.areaCode))
    return refuse('access.not-permitted')
  const { now } = surroundings
  const refusal =
    refuseReport(command, flow, now) ??
    checkForm(formOf(flow, filing), command.fields ?? {}, { now }) ??
    refuseNeeded(flow, command, surroundings)
  if (refusal) return refusal
  return [
    { type: 'MatterReported', matter: firstState(flow, command, actor, filing, surroundings) },
  ]
}

function formOf({ report }: FlowTable, { parent }: Filing): readonly FormField[] {
  if (!parent) return report.form
  return report.form.map((field) => (field.ofCounty ? { ...field, required: false } : field))
}

/** Judged by when it was seen: what was sent late from a valley was not done late. */
function refuseNeeded(
  { report }: FlowTable,
  command: ReportCommand,
  { lastWith }: Surroundings,
): Refusal | undefined {
  const written = { fields: command.fields, photos: command.fileIds }
  const around = { now: command.discoveredAt, ...(lastWith ? { lastWith } : {}) }
  const needed = report.needs?.find(
    ({ field, when }) =>
      isBlank(command.fields?.[field]) &&
      when.every((condition) => meetsReport(condition, written, around)),
  )
  if (!needed) return undefined
  const { field, words } = needed
  return refuse('matter.form-incomplete', { field, title: titleIn(report.form, field), words })
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === undefined || value === false
}

function titleIn(form: readonly FormField[], name: string): string {
  return form.find((field) => field.name === name)?.title ?? name
}

/** Whoever begins with a ring asks only the areas that are theirs; to widen it is a step of its own. */
function ringIsOwn(actor: Actor, permission: Permission, fields: Fields | undefined): boolean {
  return textsOf(fields, 'ring').every((code) => can(actor, permission, code))
}

function refuseReport(
  command: ReportCommand,
  { report }: FlowTable,
  now: Instant,
): Refusal | undefined {
  if (command.text.length > textRules.matterTextMax)
    return refuse('matter.text-too-long', { max: textRules.matterTextMax })
  const photosMax = report.photosMax ?? photoRules.photosPerMatterMax
  if (command.fileIds.length > photosMax)
    return refuse('matter.too-many-photos', { max: photosMax })
  const { voicesPerReportMax } = voiceRules
  if ((command.voiceIds?.length ?? 0) > voicesPerReportMax)
    return refuse('matter.too-many-voices', { max: voicesPerReportMax })
  const age = now - command.discoveredAt
  if (age > REPORT_AGE_MAX_MS || age < -CLOCK_AHEAD_MAX_MS)
    return refuse('matter.clock-off', { serverTime: now })
  return undefined
}

function firstState(
  flow: FlowTable,
  command: ReportCommand,
  actor: Actor,
  { areaCode, number, settingsVersion, parent, sensitivity }: Filing,
  surroundings: Surroundings,
): Matter {
  const { kind, now } = surroundings
  const status = statusAtFirst(flow, command)
  const ended = getStatus(flow, status).ended === true
  return {
    id: command.matterId,
    countyId: actor.countyId,
    number,
    flow: flow.name,
    flowVersion: flow.version,
    kind: kind.code,
    kindVersion: kind.version,
    ...(settingsVersion === undefined ? {} : { settingsVersion }),
    urgency: kind.urgency,
    sensitivity: moreSensitive(moreSensitive(kind.sensitivity, flow.sensitivity), sensitivity),
    status,
    ...(ended ? { endedAt: now, ...mediaEnd(flow, now) } : {}),
    version: 0,
    areaCode,
    ...(command.place && !flow.report.placeless ? { place: command.place } : {}),
    text: command.text,
    discoveredAt: command.discoveredAt,
    ...(command.clockAheadMs === undefined ? {} : { clockAheadMs: command.clockAheadMs }),
    receivedAt: now,
    reporter: { personId: actor.personId, earnsPoints: isVolunteer(actor) },
    photos: photosOf(command, actor),
    handlers: [],
    ...(parent ? { parent } : {}),
    ...formState(flow, command.fields ?? {}, actor, { ...surroundings, status }),
  }
}

function statusAtFirst(
  { report, initial }: FlowTable,
  { fields, fileIds, discoveredAt }: ReportCommand,
) {
  const written = { fields, photos: fileIds }
  const row = report.begins?.find(({ when }) =>
    when.every((condition) => meetsReport(condition, written, { now: discoveredAt })),
  )
  return row?.status ?? initial
}

function mediaEnd({ mediaDays }: FlowTable, now: Instant): Pick<Matter, 'mediaUntil'> {
  return mediaDays === undefined ? {} : { mediaUntil: now + mediaDays * DAY_MS }
}

function moreSensitive(one: Sensitivity, other: Sensitivity = 'S0'): Sensitivity {
  return sensitivities.indexOf(one) < sensitivities.indexOf(other) ? other : one
}

function photosOf({ fileIds, voiceIds = [] }: ReportCommand, actor: Actor): MatterPhoto[] {
  const awaited = { takenFor: 'report', by: actor.personId, state: 'awaited' } as const
  return [
    ...fileIds.map((fileId) => ({ fileId, ...awaited })),
    ...voiceIds.map((fileId) => ({ fileId, ...awaited, medium: 'voice' as const })),
  ]
}

/** What the flow's own form leaves behind: fields, checklists, tasks, and the first deadline. */
function formState(
  flow: FlowTable,
  fields: Fields,
  actor: Actor,
  { status, ...surroundings }: Surroundings & { readonly status: string },
) {
  const { report } = flow
  const { now, newId } = surroundings
  const hand = { actor, now, newId }
  const remembered = rememberedOf(report.form, report, fields)
  const lists = listsAfter(report, undefined, fields, { by: actor.personId, now })
  const parties = partiesIn(report.form, fields)
  const concerns = concernedIn(report.form, fields)
  const { task } = tasksAfter(report, { handlers: [] }, fields, hand)
  return {
    ...(remembered ? { fields: remember(undefined, remembered) } : {}),
    ...(lists ? { lists } : {}),
    ...(parties.length > 0 ? { parties } : {}),
    ...(concerns ? { concerns } : {}),
    ...(task ? { task } : {}),
    ...(report.calls ? { called: openCalls([], fields, hand) } : {}),
    ...timeOf(getStatus(flow, status), fields, surroundings),
  }
}

function concernedIn(form: readonly FormField[], fields: Fields): PersonId | undefined {
  const field = form.find(({ concerns }) => concerns)
  return field && (textOf(fields, field.name) as PersonId | undefined)
}
