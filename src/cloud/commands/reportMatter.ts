import type { Actor } from '@domain/access/actor'
import { holds } from '@domain/access/actor'
import { decideReport } from '@domain/flow/decideReport'
import { getFlow } from '@domain/flows/allFlows'
import { evolveMatter } from '@domain/matter/evolveMatter'
import type { Matter } from '@domain/matter/matter'
import { matterNumber } from '@domain/matter/matterNumber'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { AreaCode } from '@domain/area/areaCode'
import type { ProblemCode } from '@contract/problems'
import type { RequestOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { eventSource, outboxRowFor } from '../relay/outboxRow'
import { findCommand } from '../store/matterStore'
import type { ReportToWrite } from '../store/writeReports'
import { viewMatter } from '../queries/viewMatters'
import { repeatedAnswer } from './changeMatter'
import { inputHash } from './inputHash'
import { knownRefusal } from './knownRefusal'

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
  return report.matter
}

async function prepareReport(
  context: Context,
  actor: Actor,
  request: Request,
): Promise<ReportToWrite | Refusal<ProblemCode>> {
  const { commandId, matterId, text, place, fileIds } = request
  const kind = context.reference.findKind(request.kind)
  if (!kind) return refuse('matter.unknown-kind', { kind: request.kind })
  const areaCode = findArea(context, request)
  if (isRefusal(areaCode)) return areaCode
  const now = context.now()
  const flow = getFlow('incident')
  const command = {
    matterId,
    text: text.trim(),
    discoveredAt: Date.parse(request.discoveredAt),
    fileIds: [...new Set(fileIds)],
    ...(place ? { place } : {}),
  }
  const surroundings = { kind, calendar: context.calendar, now }
  const number = matterNumber(context.countyId, now, await context.numbers.nextSerial(now))
  const events = knownRefusal(
    decideReport(flow, command, actor, { areaCode, number }, surroundings),
  )
  if (isRefusal(events)) return events
  const matter = evolveMatter(undefined, events)
  const outbox = flow.report.forwarded
    ? outboxRowFor(context.reference, {
        matter,
        event: { name: 'reported', action: 'report' },
        messageId: commandId,
        now,
        source: eventSource(context.settings),
      })
    : undefined
  return {
    commandId,
    inputHash: inputHash('reportMatter', actor.personId, request),
    matter,
    events,
    outbox,
  }
}

/** The grid the person named wins over the one under the point, since a phone's fix may be streets away. */
function findArea(context: Context, { gridCode, place }: Request): AreaCode | Refusal<ProblemCode> {
  if (gridCode) {
    return context.reference.findGrid(gridCode)?.code ?? refuse('matter.unknown-grid', { gridCode })
  }
  if (!place) return refuse('matter.place-missing')
  return context.reference.gridAt(place)?.code ?? refuse('matter.place-outside-county')
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
