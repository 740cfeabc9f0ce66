import { availableActions } from '@domain/flow/availableActions'
import { getStatus } from '@domain/flow/decideMatter'
import { getFlow } from '@domain/flows/allFlows'
import type { FlowTable } from '@domain/flow/flowTable'
import type { MatterEvent } from '@domain/matter/matter'
import { mayRead, worksOn } from '@domain/matter/mayRead'
import { refuse } from '@domain/shared/refusal'
import type { HistoryView } from '@contract/views'
import type { Handler } from '../handler'
import { findMatter, listHistory, type HistoryRow } from '../store/matterStore'
import { findPeople, type PersonRow } from '../store/peopleStore'
import { isoTime } from './isoTime'
import { roleTitleOf, viewMatter } from './viewMatters'

export const getMatter: Handler<'getMatter'> = async (context, actor, { matterId }) => {
  const matter = await findMatter(context.database, context.countyId, matterId)
  if (!matter) return refuse('matter.not-found')
  if (!mayRead(actor, matter)) return refuse('access.outside-jurisdiction')
  const rows = await listHistory(context.database, context.countyId, matterId)
  const actorIds = rows.flatMap((row) => (row.actor_id ? [row.actor_id] : []))
  const people = await findPeople(context.database, context.countyId, actorIds)
  const flow = getFlow(matter.flow)
  const kind = context.reference.findKind(matter.kind, matter.kindVersion)
  return {
    matter: await viewMatter(context, actor, matter),
    history: rows.map((row) => drawHistory(flow, row, people, worksOn(actor, matter))),
    actions: kind ? availableActions(flow, matter, kind, actor).map(drawAction) : [],
  }
}

function drawAction(action: ReturnType<typeof availableActions>[number]) {
  const form = action.form.map(({ templates, ...field }) => ({
    ...field,
    ...(templates ? { templates: [...templates] } : {}),
  }))
  return { ...action, form }
}

function drawHistory(
  flow: FlowTable,
  row: HistoryRow,
  people: ReadonlyMap<string, PersonRow>,
  insider: boolean,
): HistoryView {
  const person = row.actor_id ? people.get(row.actor_id) : undefined
  const { title, statusTitle, note } = describe(flow, row, insider)
  return {
    version: row.version,
    commandId: row.command_id as HistoryView['commandId'],
    at: isoTime(row.at),
    action: row.action,
    title,
    by: {
      ...(person ? { personId: person.person_id } : {}),
      name: person?.name ?? '系统',
      roleTitle: roleTitleOf(person),
    },
    statusTitle,
    ...(note === undefined ? {} : { note }),
    confirms: row.events.some((event) => event.type === 'ReportConfirmed'),
  }
}

function describe(
  flow: FlowTable,
  row: HistoryRow,
  insider: boolean,
): { title: string; statusTitle: string; note?: string } {
  const [event] = row.events
  if (!event) throw new Error(`History row ${row.matter_id}/${row.version} is empty`)
  const photo = photoTitle(event)
  if (photo) return { title: photo, statusTitle: '' }
  if (event.type === 'MatterReported') {
    return { title: flow.report.title, statusTitle: getStatus(flow, event.matter.status).title }
  }
  if (event.type === 'DeadlinePassed')
    return { title: '已超过期限', statusTitle: getStatus(flow, event.status).title }
  if (event.type !== 'MatterMoved') return { title: '', statusTitle: '' }
  // What those who work on it write to each other is not for the reporter's eyes.
  const { result, reason, note: remark } = event.input
  const note = insider ? (result ?? reason ?? remark) : event.said
  return {
    title: flow.statuses[event.from]?.actions[event.action]?.title ?? event.action,
    statusTitle: getStatus(flow, event.to).title,
    ...(note === undefined ? {} : { note }),
  }
}

function photoTitle(event: MatterEvent): string | undefined {
  if (event.type === 'PhotoArrived') return '照片已送到'
  if (event.type === 'PhotoRefused') return '照片打不开，请重新拍'
  return undefined
}
