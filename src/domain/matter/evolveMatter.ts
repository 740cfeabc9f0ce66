import { textsOf } from '../form/formField'
import { evolveDesk } from '../desk/evolveDesk'
import type { FileId } from '../shared/ids'
import { remember } from './remember'
import type { LateStage, Matter, MatterPhoto, MatterTask } from './matter'
import type {
  DeadlinePassed,
  MatterEvent,
  MatterMoved,
  MediaDeleted,
  ReportJoined,
  RollEntered,
} from './matterEvent'

/** Folds one history row (all events of one command) into the matter; the version counts rows. */
export function evolveMatter(matter: Matter | undefined, events: readonly MatterEvent[]): Matter {
  const next = evolveAll(matter, events)
  if (!next) throw new Error('A history begins with MatterReported')
  return { ...next, version: (matter?.version ?? 0) + 1 }
}

/** The state after events that are not yet a row of history. */
export function evolveAll(
  matter: Matter | undefined,
  events: readonly MatterEvent[],
): Matter | undefined {
  return events.reduce<Matter | undefined>(evolveOne, matter)
}

function evolveOne(matter: Matter | undefined, event: MatterEvent): Matter {
  if (event.type === 'MatterReported') return event.matter
  if (!matter) throw new Error(`${event.type} came before MatterReported`)
  switch (event.type) {
    case 'MatterMoved':
      return moved(matter, event)
    case 'ReportConfirmed':
      return { ...matter, confirmedAt: event.at }
    case 'RollEntered':
      return { ...matter, rolls: { ...matter.rolls, [event.roll]: entered(matter, event) } }
    case 'ReportJoined':
      return joined(matter, event)
    case 'ChildOpened':
      return matter
    case 'DeadlineNeared':
      return { ...matter, time: event.time }
    case 'DeadlinePassed':
      return passed(matter, event)
    case 'RowOverdue':
      return { ...matter, lists: withRow(matter, event.list, event.key, { overdue: true }) }
    case 'LatenessExcused':
      return { ...matter, late: (matter.late ?? []).map((late) => excused(late, event.late)) }
    case 'TaskHandedOver':
      return handedOver(matter, event.task)
    case 'MediaDeleted':
      return withoutMedia(matter, event)
    case 'PhotoArrived':
      return { ...matter, photos: withPhotoState(matter.photos, event.fileId, 'arrived') }
    case 'PhotoRefused':
      return { ...matter, photos: withPhotoState(matter.photos, event.fileId, 'refused') }
    case 'DeskTaken':
    case 'DeskLeft':
    case 'MergeHeld':
    case 'MergeUndone':
    case 'ReporterTold':
      return evolveDesk(matter, event)
  }
}

function moved(matter: Matter, event: MatterMoved): Matter {
  const { dueAt, overdueSince, lastNote, endedAt, mediaUntil: kept, ...before } = matter
  const { time: _time, held: _held, task: _task, merging: _merging, ...rest } = before
  const sameDeadline = event.to === matter.status && event.dueAt === dueAt
  const note = event.said ?? lastNote
  const { called, lists, guests, parties, joinedTo, mediaUntil } = event
  return {
    ...rest,
    status: event.to,
    photos: [...withReplaced(matter.photos, event), ...photosOf(event)],
    handlers: withHandler(matter, event),
    counts: { ...matter.counts, [event.action]: (matter.counts?.[event.action] ?? 0) + 1 },
    ...(event.dueAt === undefined ? {} : { dueAt: event.dueAt }),
    ...(event.time ? { time: event.time } : {}),
    ...(event.held ? { held: event.held } : {}),
    ...(overdueSince === undefined || !sameDeadline ? {} : { overdueSince }),
    ...(event.task ? { task: event.task } : {}),
    ...(called ? { called } : {}),
    ...(event.remembered ? { fields: remember(matter.fields, event.remembered) } : {}),
    ...(lists ? { lists: { ...matter.lists, ...lists } } : {}),
    ...(guests ? { guests } : {}),
    ...(parties ? { parties } : {}),
    ...(joinedTo ? { joinedTo } : {}),
    // Reopened, its photos are needed again.
    ...(event.ended ? mediaEnd(mediaUntil ?? kept) : {}),
    // A rating leaves the end where it was; reopened, it has not ended any more.
    ...(event.ended ? { endedAt: endedAt ?? event.at } : {}),
    ...(note === undefined ? {} : { lastNote: note }),
  }
}

function mediaEnd(mediaUntil: Matter['mediaUntil']): { mediaUntil?: number } {
  return mediaUntil === undefined ? {} : { mediaUntil }
}

function withHandler({ handlers }: Matter, { handler }: MatterMoved): Matter['handlers'] {
  return handler && !handlers.includes(handler) ? [...handlers, handler] : handlers
}

function withReplaced(photos: Matter['photos'], { replaced }: MatterMoved): Matter['photos'] {
  if (!replaced) return photos
  return photos.map((photo) =>
    photo.fileId === replaced.photo ? { ...photo, replacedBy: replaced.by } : photo,
  )
}

function photosOf({ input, action, by }: MatterMoved): MatterPhoto[] {
  if (by === undefined) return []
  const fileIds = [...textsOf(input, 'photos'), ...textsOf(input, 'signature')] as FileId[]
  return fileIds.map((fileId) => ({ fileId, takenFor: action, by, state: 'awaited' }))
}

function entered(matter: Matter, { roll, value }: RollEntered) {
  const before = matter.rolls?.[roll] ?? { count: 0, byValue: {} }
  const byValue =
    value === undefined
      ? before.byValue
      : { ...before.byValue, [value]: (before.byValue[value] ?? 0) + 1 }
  return { count: before.count + 1, byValue }
}

function joined(matter: Matter, { report, photos }: ReportJoined): Matter {
  return {
    ...matter,
    joined: [...(matter.joined ?? []), report],
    photos: [...matter.photos, ...photos],
  }
}

/** The fact of lateness is written once for each deadline; at one and a half times of it there is no second fact. */
function passed(matter: Matter, { status, stage, dueAt, time, share = 1 }: DeadlinePassed): Matter {
  const known =
    share > 1 || matter.late?.some((late) => late.status === status && late.dueAt === dueAt)
  const late: LateStage = { status, dueAt, ...(stage === undefined ? {} : { stage }) }
  return {
    ...matter,
    overdueSince: dueAt,
    ...(time ? { time } : {}),
    ...(known ? {} : { late: [...(matter.late ?? []), late] }),
  }
}

function excused(late: LateStage, which: LateStage): LateStage {
  const same = late.status === which.status && late.dueAt === which.dueAt
  return same ? { ...late, excused: true } : late
}

function withRow(matter: Matter, list: string, key: string, change: { overdue: true }) {
  const rows = matter.lists?.[list] ?? []
  return {
    ...matter.lists,
    [list]: rows.map((row) => (row.key === key ? { ...row, ...change } : row)),
  }
}

function handedOver(matter: Matter, task: MatterTask): Matter {
  if (matter.task?.taskId === task.taskId) return { ...matter, task }
  const called = (matter.called ?? []).map((one) => (one.taskId === task.taskId ? task : one))
  return { ...matter, called }
}

function withoutMedia(matter: Matter, event: MediaDeleted): Matter {
  const { mediaUntil: _until, fields, lists, ...rest } = matter
  return {
    ...rest,
    ...(fields ? { fields: without(fields, event.fields) } : {}),
    ...(lists ? { lists: without(lists, event.lists) } : {}),
    photos: matter.photos.filter(({ fileId }) => !event.fileIds.includes(fileId)),
  }
}

function without<T extends object>(all: T, names: readonly string[] = []): T {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name))) as T
}

function withPhotoState(
  photos: readonly MatterPhoto[],
  fileId: string,
  state: MatterPhoto['state'],
): MatterPhoto[] {
  return photos.map((photo) => (photo.fileId === fileId ? { ...photo, state } : photo))
}
