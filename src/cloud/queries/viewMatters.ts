import type { Actor } from '@domain/access/actor'
import { roles } from '@domain/access/permissions'
import { townshipOf } from '@domain/area/areaCode'
import type { FlowTable } from '@domain/flow/flowTable'
import { getStatus } from '@domain/flow/getStatus'
import { textsOf } from '@domain/form/formField'
import { keptFields } from '@domain/flow/describeFlow'
import { wantedPhoto } from '@domain/flow/wantedPhoto'
import { isSensitive } from '@domain/kind/kind'
import type { Matter, MatterPhoto, MatterTask } from '@domain/matter/matter'
import { readingOf, type Reading } from '@domain/matter/mayRead'
import { secretsOf } from '@domain/matter/secretsOf'
import type { Place } from '@domain/place/place'
import type { MatterView, PhotoView, TaskView } from '@contract/views'
import { followCodeOf } from '../commands/followCode'
import type { Context } from '../context'
import { formatOfKey } from '../files/blobKeys'
import { mediumOf } from '../files/fileFormat'
import { signPhotoLink } from '../files/photoLinks'
import { photoStates, type PhotoRow } from '../store/fileStore'
import { findPeople, type PersonRow } from '../store/peopleStore'
import { drawDesk } from './drawDesk'
import { drawFields, drawLists, drawRolls, ownerName } from './drawFields'
import { isoTime } from './isoTime'

/** What is looked up once for several matters before each is drawn for somebody. */
export type ViewFacts = {
  readonly people: ReadonlyMap<string, PersonRow>
  readonly photos: ReadonlyMap<string, PhotoRow>
  readonly opened?: boolean
}

export async function viewMatter(
  context: Context,
  actor: Actor,
  matter: Matter,
): Promise<MatterView> {
  return drawMatter(context, actor, matter, await gatherFacts(context, [matter], actor))
}

/** A matter that somebody opened by itself: also those who are only asked about it see its photos then. */
export async function viewOpened(
  context: Context,
  actor: Actor,
  matter: Matter,
): Promise<MatterView> {
  const facts = await gatherFacts(context, [matter], actor)
  return drawMatter(context, actor, matter, { ...facts, opened: true })
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
  const personIds = matters
    .flatMap((matter) => peopleOf(matter, context.flows.of(matter)))
    .filter((id) => id !== known?.personId)
  const fileIds = matters.flatMap((matter) => matter.photos.map((photo) => photo.fileId))
  const people = new Map(await findPeople(context.database, context.countyId, personIds))
  if (known) people.set(known.personId, personOf(known))
  const photos =
    fileIds.length > 0 ? await photoStates(context.database, context.countyId, fileIds) : new Map()
  return { people, photos }
}

function peopleOf(matter: Matter, flow: FlowTable): string[] {
  const tasks = [...(matter.task ? [matter.task] : []), ...(matter.called ?? [])]
  const owners = tasks.flatMap(({ owner, claimedBy }) => [
    ...(owner.kind === 'person' ? [owner.personId] : []),
    ...(claimedBy ? [claimedBy] : []),
  ])
  const rows = Object.values(matter.lists ?? {}).flat()
  const ticked = rows.flatMap(({ doneBy }) => (doneBy ? [doneBy] : []))
  const desk = matter.desk ? [matter.desk.by] : []
  return [matter.reporter.personId, ...desk, ...owners, ...ticked, ...namedIn(matter, flow)]
}

function namedIn(matter: Matter, flow: FlowTable): string[] {
  if (!matter.fields) return []
  return [...keptFields(flow).values()]
    .filter(({ type }) => type === 'person' || type === 'people')
    .flatMap(({ name }) => textsOf(matter.fields, name))
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
  const flow = context.flows.of(matter)
  const status = getStatus(flow, matter.status)
  const reading = isWithheld(actor, matter)
    ? 'ring'
    : (readingOf(actor, matter, flow, context.now()) ?? 'ring')
  const kind = reference.kindView(matter.kind, matter.settingsVersion)
  const township = townshipOf(matter.areaCode)
  return {
    matterId: matter.id,
    number: matter.number,
    version: matter.version,
    flow: matter.flow,
    flowTitle: flow.title,
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
    ...drawWords(matter, reading),
    area: { code: matter.areaCode, name: reference.areaName(matter.areaCode) },
    township: { code: township, name: reference.areaName(township) },
    reporter: drawReporter(matter, reading, facts),
    discoveredAt: isoTime(matter.discoveredAt),
    ...(matter.clockAheadMs === undefined ? {} : { clockAheadMs: matter.clockAheadMs }),
    receivedAt: isoTime(matter.receivedAt),
    ...drawTime(context, matter),
    photos: drawPhotos(context, actor, { matter, reading }, facts),
    ...(matter.task && !isOutside(reading) ? { task: drawTask(context, matter.task, facts) } : {}),
    ...(matter.called && !isOutside(reading)
      ? { called: matter.called.map((task) => drawTask(context, task, facts)) }
      : {}),
    fields: drawFields(context, flow, matter, reading, facts.people),
    ...drawSecrets(actor, matter, flow, context.now()),
    lists: drawLists(flow, matter, reading, facts.people),
    rolls: isOutside(reading) ? [] : drawRolls(flow, matter),
    ...drawLinks(matter),
    ...drawDesk(actor, matter, context.now(), facts.people),
    joinedReports: matter.joined?.length ?? 0,
    ...(matter.lastNote === undefined || isOutside(reading) ? {} : { lastNote: matter.lastNote }),
    confirmed: matter.confirmedAt !== undefined,
    ...(matter.endedAt === undefined ? {} : { endedAt: isoTime(matter.endedAt) }),
    ...drawFollowCode(context, matter, reading),
  }
}

/** At a console whose second factor is not proved, what is sensitive shows that it is there and where it stands. */
function isWithheld({ unproven, personId }: Actor, { sensitivity, reporter }: Matter): boolean {
  return unproven === true && isSensitive(sensitivity) && reporter.personId !== personId
}

/** Asked whether they know something, or told that it is about them: how the work goes is not theirs to read. */
function isOutside(reading: Reading): boolean {
  return reading === 'ring' || reading === 'concerned'
}

/** For those it concerns, to hand on to whom they like; of what nobody may follow there is none. */
function drawFollowCode(
  context: Context,
  { number, sensitivity }: Matter,
  reading: Reading,
): Pick<MatterView, 'followCode'> {
  const own = reading === 'insider' || reading === 'reporter'
  return own && !isSensitive(sensitivity) ? { followCode: followCodeOf(context, number) } : {}
}

/** Of a person who was found only what helps to know them is shown to those who are asked: no words, no exact place. */
function drawWords(
  { text, place, sensitivity }: Matter,
  reading: Reading,
): Pick<MatterView, 'text' | 'place'> {
  if (reading === 'concerned' || (reading === 'ring' && isSensitive(sensitivity)))
    return { text: '' }
  return { text, ...(place ? { place: drawPlace(place) } : {}) }
}

/** Whoever is only asked about it, or reads it with the whole village, is not told who said it. */
function drawReporter(
  { reporter }: Matter,
  reading: Reading,
  { people }: ViewFacts,
): MatterView['reporter'] {
  if (reading === 'ring' || reading === 'open') return { name: '', roleTitle: '' }
  const person = people.get(reporter.personId)
  return {
    personId: reporter.personId,
    name: person?.name ?? '',
    roleTitle: roleTitleOf(person),
  }
}

function drawTime(
  context: Context,
  { dueAt, endedAt, time }: Matter,
): Pick<MatterView, 'dueAt' | 'overdue' | 'warned'> {
  const overdue = endedAt === undefined && (dueAt ?? Infinity) < context.now()
  const told = time?.told ?? 0
  return {
    ...(dueAt === undefined ? {} : { dueAt: isoTime(dueAt) }),
    overdue,
    ...(endedAt === undefined && told > 0 ? { warned: told } : {}),
  }
}

function drawPhotos(
  context: Context,
  actor: Actor,
  { matter, reading }: { matter: Matter; reading: Reading },
  facts: ViewFacts,
): PhotoView[] {
  if (reading === 'open' || reading === 'concerned') return []
  if (reading === 'ring' && !facts.opened) return []
  const wanted = isOutside(reading) ? undefined : wantedPhoto(context.flows.of(matter), matter)
  return matter.photos.map((photo) => ({
    ...drawPhoto(context, actor, { matter, photo }, facts.photos.get(photo.fileId)),
    ...(photo.replacedBy ? { replacedBy: photo.replacedBy } : {}),
    ...(wanted?.fileId === photo.fileId
      ? { wanted: { action: wanted.action, why: wanted.why } }
      : {}),
  }))
}

function drawSecrets(
  actor: Actor,
  matter: Matter,
  flow: FlowTable,
  now: number,
): Pick<MatterView, 'secrets'> {
  const secrets = secretsOf(actor, matter, flow, now).map(({ field, until }) => ({
    name: field.name,
    title: field.title,
    ...(until === undefined ? {} : { until: isoTime(until) }),
  }))
  return secrets.length === 0 ? {} : { secrets }
}

function drawLinks({ parent, joinedTo }: Matter): Pick<MatterView, 'parent' | 'joinedTo'> {
  return {
    ...(parent
      ? { parent: { matterId: parent.matterId, number: parent.number, title: '属于这一件' } }
      : {}),
    ...(joinedTo ? { joinedTo: { matterId: joinedTo, number: '', title: '并到这一件' } } : {}),
  }
}

/** In one order of keys, so that the same command answered from memory and from the database reads the same. */
function drawPlace({ longitude, latitude, datum, accuracyMetres, byHand }: Place): Place {
  return {
    longitude,
    latitude,
    datum,
    ...(accuracyMetres === undefined ? {} : { accuracyMetres }),
    ...(byHand ? { byHand } : {}),
  }
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
    .replace('{owner}', task ? ownerName(context, task.owner, facts.people) : '')
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

export function spokenTime(at: number): string {
  return spoken.format(at)
}

function drawTask(context: Context, task: MatterTask, facts: ViewFacts): TaskView {
  return {
    taskId: task.taskId,
    owner: task.owner,
    ownerName: ownerName(context, task.owner, facts.people),
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
    ...(task.answer === undefined ? {} : { answer: task.answer }),
    ...(task.answeredAt === undefined ? {} : { answeredAt: isoTime(task.answeredAt) }),
  }
}

const viewStates = {
  receiving: 'awaited',
  received: 'processing',
  ready: 'ready',
  refused: 'refused',
} as const

/** Photos of these are shown, and not handed out to be kept. */
function drawPhoto(
  context: Context,
  actor: Actor,
  { matter, photo }: { matter: Matter; photo: MatterPhoto },
  row: PhotoRow | undefined,
): PhotoView {
  const { fileId, takenFor } = photo
  const own = row?.ownerId === photo.by ? row : undefined
  const state = own ? viewStates[own.state] : 'awaited'
  const medium = mediumIn(own) ?? photo.medium
  const drawn = { fileId, takenFor, state, ...(medium === undefined ? {} : { medium }) }
  if (state !== 'ready' || !own?.photoKey) return drawn
  const { linkSecret, countyId } = context
  const sensitive = isSensitive(matter.sensitivity)
  const about = { countyId, personId: actor.personId, sensitive, now: context.now() }
  const link = (key: string) => signPhotoLink(linkSecret, { ...about, key })
  return {
    ...drawn,
    url: link(own.photoKey),
    ...(own.thumbnailKey ? { thumbnailUrl: link(own.thumbnailKey) } : {}),
    ...(own.masked ? { masked: true as const } : {}),
    ...(own.transcript ? { transcript: own.transcript } : {}),
  }
}

/** What a file has turned out to be; a photo is not worth a word. */
function mediumIn(row: PhotoRow | undefined): 'voice' | 'video' | undefined {
  const format = row?.photoKey ? formatOfKey(row.photoKey) : undefined
  const medium = format && mediumOf[format]
  return medium === 'photo' ? undefined : medium
}
