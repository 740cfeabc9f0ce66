import type { Actor } from '@domain/access/actor'
import { roles } from '@domain/access/permissions'
import { townshipOf } from '@domain/area/areaCode'
import { getStatus } from '@domain/flow/decideMatter'
import { getFlow } from '@domain/flows/allFlows'
import type { Matter, MatterPhoto, MatterTask, TaskOwner } from '@domain/matter/matter'
import type { Place } from '@domain/place/place'
import type { MatterView, PhotoView, TaskView } from '@contract/views'
import type { Context } from '../context'
import { signPhotoLink } from '../files/photoLinks'
import { photoStates, type PhotoRow } from '../store/fileStore'
import { findPeople, type PersonRow } from '../store/peopleStore'
import { isoTime } from './isoTime'

/** What is looked up once for several matters before each is drawn for somebody. */
export type ViewFacts = {
  readonly people: ReadonlyMap<string, PersonRow>
  readonly photos: ReadonlyMap<string, PhotoRow>
}

export async function viewMatter(
  context: Context,
  actor: Actor,
  matter: Matter,
): Promise<MatterView> {
  return drawMatter(context, actor, matter, await gatherFacts(context, [matter], actor))
}

export async function viewMatters(
  context: Context,
  actor: Actor,
  matters: readonly Matter[],
): Promise<MatterView[]> {
  const facts = await gatherFacts(context, matters, actor)
  return matters.map((matter) => drawMatter(context, actor, matter, facts))
}

/** The actor's own name is known, so that a report without photos is answered without another question. */
export async function gatherFacts(
  context: Context,
  matters: readonly Matter[],
  known?: Actor,
): Promise<ViewFacts> {
  const personIds = matters.flatMap(peopleOf).filter((id) => id !== known?.personId)
  const fileIds = matters.flatMap((matter) => matter.photos.map((photo) => photo.fileId))
  const people = new Map(await findPeople(context.database, context.countyId, personIds))
  if (known) people.set(known.personId, personOf(known))
  const photos =
    fileIds.length > 0 ? await photoStates(context.database, context.countyId, fileIds) : new Map()
  return { people, photos }
}

function peopleOf(matter: Matter): string[] {
  const { task } = matter
  const owner = task?.owner.kind === 'person' ? [task.owner.personId] : []
  return [matter.reporter.personId, ...(task?.claimedBy ? [task.claimedBy] : []), ...owner]
}

function personOf(actor: Actor): PersonRow {
  return { person_id: actor.personId, name: actor.name, role: actor.posts[0]?.role ?? null }
}

export function drawMatter(
  context: Context,
  actor: Actor,
  matter: Matter,
  facts: ViewFacts,
): MatterView {
  const { reference } = context
  const status = getStatus(getFlow(matter.flow), matter.status)
  const kind = reference.kindView(matter.kind)
  const reporter = facts.people.get(matter.reporter.personId)
  const township = townshipOf(matter.areaCode)
  return {
    matterId: matter.id,
    number: matter.number,
    version: matter.version,
    flow: matter.flow,
    kind: {
      code: matter.kind,
      name: kind?.name ?? matter.kind,
      categoryName: kind?.categoryName ?? '',
      icon: kind?.icon ?? '',
    },
    urgency: matter.urgency,
    sensitivity: matter.sensitivity,
    status: matter.status,
    statusTitle: status.title,
    sentence: fillSentence(context, status.sentence, matter, facts),
    ended: matter.endedAt !== undefined,
    text: matter.text,
    ...(matter.place ? { place: drawPlace(matter.place) } : {}),
    area: { code: matter.areaCode, name: reference.areaName(matter.areaCode) },
    township: { code: township, name: reference.areaName(township) },
    reporter: {
      personId: matter.reporter.personId,
      name: reporter?.name ?? '',
      roleTitle: roleTitleOf(reporter),
    },
    discoveredAt: isoTime(matter.discoveredAt),
    receivedAt: isoTime(matter.receivedAt),
    ...(matter.dueAt === undefined ? {} : { dueAt: isoTime(matter.dueAt) }),
    overdue: matter.endedAt === undefined && (matter.dueAt ?? Infinity) < context.now(),
    photos: matter.photos.map((photo) =>
      drawPhoto(context, actor, { matter, photo }, facts.photos.get(photo.fileId)),
    ),
    ...(matter.task ? { task: drawTask(context, matter.task, facts) } : {}),
    ...(matter.lastNote === undefined ? {} : { lastNote: matter.lastNote }),
    confirmed: matter.confirmedAt !== undefined,
    ...(matter.endedAt === undefined ? {} : { endedAt: isoTime(matter.endedAt) }),
  }
}

/** In one order of keys, so that the same command answered from memory and from the database reads the same. */
function drawPlace({ longitude, latitude, datum, accuracyMetres }: Place): Place {
  return { longitude, latitude, datum, ...(accuracyMetres === undefined ? {} : { accuracyMetres }) }
}

export function roleTitleOf(person: PersonRow | undefined): string {
  return person?.role ? roles[person.role].title : ''
}

/** "{handler}在办，{due}前办完" with the names and times that are true now. */
function fillSentence(
  context: Context,
  sentence: string,
  matter: Matter,
  facts: ViewFacts,
): string {
  const { task } = matter
  const handler = task?.claimedBy ? facts.people.get(task.claimedBy)?.name : undefined
  return sentence
    .replace('{owner}', task ? ownerName(context, task.owner, facts) : '')
    .replace('{handler}', handler ?? '有人')
    .replace('{due}', matter.dueAt === undefined ? '尽快' : spokenTime(matter.dueAt))
}

const spoken = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

function spokenTime(at: number): string {
  return spoken.format(at)
}

function drawTask(context: Context, task: MatterTask, facts: ViewFacts): TaskView {
  return {
    taskId: task.taskId,
    owner: task.owner,
    ownerName: ownerName(context, task.owner, facts),
    state: task.state,
    ...(task.claimedBy
      ? {
          claimedBy: {
            personId: task.claimedBy,
            name: facts.people.get(task.claimedBy)?.name ?? '',
          },
        }
      : {}),
    openedAt: isoTime(task.openedAt),
    ...(task.claimedAt === undefined ? {} : { claimedAt: isoTime(task.claimedAt) }),
  }
}

function ownerName(context: Context, owner: TaskOwner, facts: ViewFacts): string {
  switch (owner.kind) {
    case 'person':
      return facts.people.get(owner.personId)?.name ?? ''
    case 'area':
      return `${context.reference.areaName(owner.areaCode)}的网格员`
    case 'department':
      return context.reference.findDepartment(owner.departmentCode)?.name ?? owner.departmentCode
  }
}

const viewStates = {
  receiving: 'awaited',
  received: 'processing',
  ready: 'ready',
  refused: 'refused',
} as const

/** Photos of these are shown, and not handed out to be kept. */
const sensitiveLevels: ReadonlySet<Matter['sensitivity']> = new Set(['S2', 'S3'])

function drawPhoto(
  context: Context,
  actor: Actor,
  { matter, photo }: { matter: Matter; photo: MatterPhoto },
  row: PhotoRow | undefined,
): PhotoView {
  const { fileId, takenFor } = photo
  const own = row?.ownerId === photo.by ? row : undefined
  const state = own ? viewStates[own.state] : 'awaited'
  if (state !== 'ready' || !own?.photoKey || !own.thumbnailKey) return { fileId, takenFor, state }
  const { linkSecret, countyId } = context
  const sensitive = sensitiveLevels.has(matter.sensitivity)
  const about = { countyId, personId: actor.personId, sensitive, now: context.now() }
  const link = (key: string) => signPhotoLink(linkSecret, { ...about, key })
  return { fileId, takenFor, state, url: link(own.photoKey), thumbnailUrl: link(own.thumbnailKey) }
}
