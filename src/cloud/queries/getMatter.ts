import type { Actor } from '@domain/access/actor'
import { availableActions } from '@domain/flow/availableActions'
import { isOfTheDesk } from '@domain/desk/deskEvent'
import type { FlowTable } from '@domain/flow/flowTable'
import { getStatus } from '@domain/flow/getStatus'
import { textOf } from '@domain/form/formField'
import { isSensitive } from '@domain/kind/kind'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent, MatterMoved } from '@domain/matter/matterEvent'
import { mayRead, readingOf, type Reading } from '@domain/matter/mayRead'
import { refuse } from '@domain/shared/refusal'
import type { HistoryView } from '@contract/views'
import { auditOf } from '../audit/auditOf'
import { gatherSurroundings } from '../commands/gatherSurroundings'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { findMatter, listChildren, listHistory, type HistoryRow } from '../store/matterStore'
import { findPeople, type PersonRow } from '../store/peopleStore'
import { drawForm } from './drawForm'
import { isoTime } from './isoTime'
import { roleTitleOf, viewOpened } from './viewMatters'

/** More children than a person opens from one page. */
const CHILDREN_MAX = 50

export const getMatter: Handler<'getMatter'> = async (context, actor, { matterId }, caller) => {
  const { database, countyId } = context
  const matter = await findMatter(database, countyId, matterId)
  if (!matter) return refuse('matter.not-found')
  const now = context.now()
  const flow = context.flows.of(matter)
  const reading = readingOf(actor, matter, flow, now)
  if (!reading) return refuse('access.outside-jurisdiction')
  const guarded = isGuarded(actor, matter, reading)
  if (guarded && actor.unproven) return refuse('factor.needed')
  if (guarded)
    await context.audit.write(auditOf(context, actor, { act: 'matter.read', matterId, caller }))
  return {
    matter: await viewOpened(context, actor, matter),
    history: await readHistory(context, flow, matter, reading),
    actions: await actionsFor(context, actor, flow, matter),
    children: reading === 'insider' ? await readChildren(context, actor, matter) : [],
  }
}

/** S2 and S3, and whatever somebody is only asked about: who read it is on record. */
function isGuarded(
  { personId }: Actor,
  { sensitivity, reporter }: Matter,
  reading: Reading,
): boolean {
  return (isSensitive(sensitivity) || reading === 'ring') && personId !== reporter.personId
}

/** What the village reads of a matter is where it stands; how it came there is for those it concerns. */
async function readHistory(
  { database, countyId }: Context,
  flow: FlowTable,
  matter: Matter,
  reading: Reading,
): Promise<HistoryView[]> {
  if (reading === 'ring' || reading === 'open') return []
  const rows = await listHistory(database, countyId, matter.id)
  const actorIds = rows.flatMap((row) => (row.actor_id ? [row.actor_id] : []))
  const people = await findPeople(database, countyId, actorIds)
  const told = { flow, matter, insider: reading === 'insider' }
  return rows.flatMap((row) => drawHistory(told, row, people))
}

async function actionsFor(context: Context, actor: Actor, flow: FlowTable, matter: Matter) {
  const now = context.now()
  const { database } = context
  const around = await gatherSurroundings(context, database, { flow, matter, now })
  return availableActions(flow, matter, actor, around).map(({ form, ...action }) => ({
    ...action,
    form: drawForm(form),
  }))
}

async function readChildren(
  { database, countyId, flows, now }: Context,
  actor: Actor,
  matter: Matter,
) {
  const children = await listChildren(database, countyId, matter.id, CHILDREN_MAX)
  return children
    .filter((child) => mayRead(actor, child, flows.of(child), now()))
    .map((child) => {
      const flow = flows.of(child)
      const { title } = getStatus(flow, child.status)
      return { matterId: child.id, number: child.number, title: `${flow.title} · ${title}` }
    })
}

/** One line for the step, and one for each thing that then happened by itself. */
function drawHistory(
  told: Told,
  row: HistoryRow,
  people: ReadonlyMap<string, PersonRow>,
): HistoryView[] {
  const person = row.actor_id ? people.get(row.actor_id) : undefined
  if (!told.insider && row.events.some(isOfTheDesk)) return []
  const shown = row.events.filter((event, at) => at === 0 || isOwnLine(event))
  return shown.map((event, at) => {
    const { title, statusTitle, note } = describe(told, event)
    const by = at === 0 ? person : undefined
    return {
      version: row.version,
      commandId: row.command_id as HistoryView['commandId'],
      at: isoTime(row.at),
      action: at === 0 || event.type !== 'MatterMoved' ? row.action : event.action,
      title,
      by: {
        ...(by ? { personId: by.person_id } : {}),
        name: by?.name ?? '系统',
        roleTitle: roleTitleOf(by),
      },
      statusTitle,
      ...(note === undefined ? {} : { note }),
      confirms: at === 0 && row.events.some((one) => one.type === 'ReportConfirmed'),
    }
  })
}

const ownLines: ReadonlySet<MatterEvent['type']> = new Set([
  'MatterMoved',
  'DeadlineNeared',
  'DeadlinePassed',
  'RowOverdue',
])

function isOwnLine({ type }: MatterEvent): boolean {
  return ownLines.has(type)
}

/** What is told of which matter, and whether to somebody who works on it. */
type Told = { readonly flow: FlowTable; readonly matter: Matter; readonly insider: boolean }
type Line = { title: string; statusTitle: string; note?: string }

function describe({ flow, matter, insider }: Told, event: MatterEvent): Line {
  if (event.type === 'MatterMoved') return describeMove(flow, event, insider)
  if (event.type === 'MatterReported')
    return { title: flow.report.title, statusTitle: getStatus(flow, event.matter.status).title }
  if (event.type === 'DeadlinePassed' || event.type === 'DeadlineNeared')
    return { title: timeTitle(event), statusTitle: getStatus(flow, event.status).title }
  if (event.type === 'PhotoArrived' || event.type === 'PhotoRefused')
    return { title: photoTitle(event, matter), statusTitle: '' }
  if (event.type === 'ReportJoined')
    return { title: '并入一件同样的上报', statusTitle: '', note: event.report.number }
  if (event.type === 'ReporterTold')
    return { title: '告诉上报人', statusTitle: '', note: event.said }
  if (event.type === 'MergeHeld')
    return { title: '要并到另一件', statusTitle: '', note: event.merging.number }
  return { title: titles[event.type] ?? '', statusTitle: '' }
}

const titles: { readonly [Type in MatterEvent['type']]?: string } = {
  TaskHandedOver: '任务已交接',
  MediaDeleted: '照片保存期满，已删除',
  RowOverdue: '清单上有一项到期没办',
  DeskTaken: '接手',
  DeskLeft: '放下',
  MergeUndone: '没有并案，各归各办',
}

/** A voice is announced as one; a short video goes as a picture. */
function photoTitle(
  { type, fileId }: Extract<MatterEvent, { type: 'PhotoArrived' | 'PhotoRefused' }>,
  { photos }: Matter,
): string {
  const voice = photos.some((photo) => photo.fileId === fileId && photo.medium === 'voice')
  if (type === 'PhotoArrived') return voice ? '语音已送到' : '照片已送到'
  return voice ? '语音打不开，请重新说一次' : '照片打不开，请重新拍'
}

function timeTitle({
  type,
  share = 1,
}: Extract<MatterEvent, { type: 'DeadlineNeared' | 'DeadlinePassed' }>): string {
  if (share > 1) return '超过期限一半以上'
  // A time that is meant to run out makes nobody late.
  if (share === 1 && type === 'DeadlineNeared') return '时间到了'
  if (share === 1) return '已超过期限'
  return `时间已用去 ${Math.round(share * 100)}%`
}

/** What those who work on it write to each other is not for the reporter's eyes. */
function describeMove(flow: FlowTable, event: MatterMoved, insider: boolean): Line {
  const { input } = event
  const words = textOf(input, 'result') ?? textOf(input, 'reason') ?? textOf(input, 'note')
  const note = insider ? (words ?? event.said) : event.said
  return {
    title: flow.statuses[event.from]?.actions[event.action]?.title ?? event.action,
    statusTitle: getStatus(flow, event.to).title,
    ...(note === undefined ? {} : { note }),
  }
}
