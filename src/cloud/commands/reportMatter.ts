import type { Actor } from '@domain/access/actor'
import { holds } from '@domain/access/actor'
import { containsArea, type AreaCode } from '@domain/area/areaCode'
import { decideReport } from '@domain/flow/decideReport'
import type { FlowTable } from '@domain/flow/flowTable'
import type { Fields } from '@domain/form/formField'
import type { Kind } from '@domain/kind/kind'
import type { Matter } from '@domain/matter/matter'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findCommand } from '../store/matterStore'
import type { ReportToWrite } from '../store/writeReports'
import { findCompared } from '../queries/comparedBy'
import { viewMatter } from '../queries/viewMatters'
import { repeatedAnswer } from './changeMatter'
import { filedAt } from './filedAt'
import { nextNumber } from './gatherSurroundings'
import { inputHash } from './inputHash'
import { knownRefusal } from './knownRefusal'
import { refuseNamed } from './refuseNamed'
import { reportToWrite } from './reportToWrite'

type Request = RequestOf<Operations['reportMatter']>

/** 上报: found its grid, decided, and written in one statement; the answer comes after the commit. */
export const reportMatter: Handler<'reportMatter'> = async (context, actor, request) => {
  if (!holds(actor, 'matter.report')) return refuse('access.not-permitted')
  const place = context.reportRate.take(actor, context.now())
  if (isRefusal(place)) return knownOr(context, place, actor, request)
  let written: Matter | undefined
  try {
    const report = await prepareReport(context, actor, request)
    if (isRefusal(report)) return await knownOr(context, report, actor, request)
    written = await write(context, report)
    const matter = written ?? (await findExisting(context, report))
    return isRefusal(matter) ? matter : { matter: await viewMatter(context, actor, matter) }
  } finally {
    if (!written) place.giveBack()
  }
}

/** `undefined` when it was there before. */
async function write(context: Context, report: ReportToWrite): Promise<Matter | undefined> {
  if ((await context.reports.write(report)) === 'exists') return undefined
  context.wake.notify('changes')
  context.wake.notify('outbox')
  if (report.asks !== undefined) context.wake.notify('questions')
  return report.matter
}

async function prepareReport(
  context: Context,
  actor: Actor,
  request: Request,
): Promise<ReportToWrite | Refusal<ProblemCode>> {
  const { commandId, matterId, text, place, fileIds, voiceIds = [], clockAheadMs } = request
  const kind = context.reference.findKind(request.kind)
  if (!kind) return refuse('matter.unknown-kind', { kind: request.kind })
  const flow = context.flows.named(kind.flow)
  if (!flow) return refuse('matter.flow-off', { flow: kind.flow })
  // Read with kind and table, before anything is waited for: a new version may come into force meanwhile.
  const begunUnder = settingsOf(context)
  const areaCode = findArea(context, request, flow)
  if (isRefusal(areaCode)) return areaCode
  const named = await refuseReportNames(context, flow, { kind, areaCode }, request.fields)
  if (named) return named
  const now = context.now()
  const command = {
    matterId,
    text: text.trim(),
    discoveredAt: Date.parse(request.discoveredAt) - (clockAheadMs ?? 0),
    ...(clockAheadMs === undefined ? {} : { clockAheadMs }),
    fileIds: [...new Set(fileIds)],
    voiceIds: [...new Set(voiceIds)].filter((fileId) => !fileIds.includes(fileId)),
    ...(place ? { place } : {}),
    fields: thereOf(request.fields),
  }
  const before = await findCompared(context, flow, {
    areaCode,
    fields: command.fields,
    at: command.discoveredAt,
  })
  const { calendar, newId } = context
  const lastWith = (field: string) => before.get(field)?.at
  const surroundings = { kind, calendar, now, newId, lastWith }
  const filing = {
    areaCode,
    number: await nextNumber(context, now),
    ...begunUnder,
  }
  const events = knownRefusal(decideReport(flow, command, actor, filing, surroundings))
  if (isRefusal(events)) return events
  const hash = inputHash('reportMatter', actor.personId, request)
  return reportToWrite(context, events, { commandId, inputHash: hash }, now)
}

function settingsOf({ flows }: Context): { settingsVersion?: number } {
  const settingsVersion = flows.settingsVersion()
  return settingsVersion === undefined ? {} : { settingsVersion }
}

/** The wire writes an absent field as undefined. */
function thereOf(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function refuseReportNames(
  context: Context,
  { report, sensitivity }: FlowTable,
  { kind, areaCode }: { kind: Kind; areaCode: AreaCode },
  fields: Fields,
) {
  const ground = { areaCode, sensitivity: sensitivity ?? kind.sensitivity, form: report.form }
  return refuseNamed(context, ground, fields)
}

/**
 * The grid the person named wins over the one under the point, since a phone's fix may be streets away. What concerns
 * a village or a township names it, or is filed around the place.
 */
function findArea(
  { reference, countyId }: Context,
  { gridCode, areaCode, place }: Request,
  flow: FlowTable,
): AreaCode | Refusal<ProblemCode> {
  if (areaCode && flow.report.at !== 'grid') {
    const known = containsArea(String(countyId), areaCode) && reference.findArea(areaCode)
    return known ? filedAt(flow, known.code) : refuse('matter.unknown-area', { areaCode })
  }
  const grid = gridCode ? reference.findGrid(gridCode) : place && reference.gridAt(place)
  if (grid) return filedAt(flow, grid.code)
  if (gridCode) return refuse('matter.unknown-grid', { gridCode })
  return refuse(place ? 'matter.place-outside-county' : 'matter.place-missing')
}

/** A report that was accepted once stays accepted, though its kind or grid may be gone or its clock far off by now. */
async function knownOr(
  context: Context,
  refusal: Refusal<ProblemCode>,
  actor: Actor,
  request: Request,
) {
  const before = await findCommand(context.database, context.countyId, request.commandId)
  if (!before) return refusal
  const hash = inputHash('reportMatter', actor.personId, request)
  const matter = await repeatedAnswer(context.database, context.countyId, before, hash)
  return isRefusal(matter) ? matter : { matter: await viewMatter(context, actor, matter) }
}

async function findExisting(
  context: Context,
  report: ReportToWrite,
): Promise<Matter | Refusal<ProblemCode>> {
  const before = await findCommand(context.database, context.countyId, report.commandId)
  if (!before) return refuse('matter.id-taken')
  return repeatedAnswer(context.database, context.countyId, before, report.inputHash)
}
