import { randomBytes, randomUUID } from 'node:crypto'
import type { Actor } from '@domain/access/actor'
import type { Role } from '@domain/access/permissions'
import type { Matter } from '@domain/matter/matter'
import {
  uuidV7,
  type CommandId,
  type FileId,
  type MatterId,
  type PersonId,
} from '@domain/shared/ids'
import { isRefusal } from '@domain/shared/refusal'
import { receiveChunk } from '@cloud/commands/receiveChunk'
import { allFlows } from '@domain/flows/allFlows'
import { makeFlowBook } from '@cloud/flows/flowBook'
import type { Context } from '@cloud/context'
import type { BlobStore } from '@cloud/files/blobStore'
import { cleanNextPhoto } from '@cloud/files/cleanPhotos'
import { noUploadQuota } from '@cloud/limits/uploadQuota'
import { makeLog } from '@cloud/log'
import { makeActivePeople } from '@cloud/store/activePeople'
import type { Database } from '@cloud/store/database'
import { photoStates } from '@cloud/store/fileStore'
import { makeReportWriter } from '@cloud/store/writeReports'
import { makeWake } from '@cloud/wake'
import { sha256Of } from './pictures'

const COUNTY = 441_882
export const NOON = Date.parse('2026-11-23T12:00:00+08:00')

export const gridWorkerLi = person('小李', 'gridWorker')
export const gridWorkerOfAnotherVillage = person('老陈', 'gridWorker')
export const countyAdmin = person('县管理员', 'countyAdmin')

function person(name: string, role: Role): Actor {
  const personId = randomUUID() as PersonId
  return { personId, countyId: COUNTY, name, posts: [{ role, areaCode: `${COUNTY}118215001` }] }
}

/** Only what photos need of a county; the clock is moved by hand. */
export type FileWorld = {
  readonly context: Context
  readonly clock: { now: number }
}

export function fileWorld(database: Database, blobs: BlobStore): FileWorld {
  const clock = { now: NOON }
  const needed = {
    countyId: COUNTY,
    settings: { speech: null },
    database,
    blobs,
    linkSecret: 'a secret of this test only',
    uploadQuota: noUploadQuota,
    // A photo that arrives earns nobody points, whatever its matter's kind.
    reference: { findKind: () => undefined },
    flows: makeFlowBook(allFlows),
    activePeople: makeActivePeople(database, COUNTY),
    log: makeLog('silent'),
    now: () => clock.now,
    newId,
    wake: makeWake(),
  }
  return { context: needed as unknown as Context, clock }
}

/** 小李 is known to the county, or with an account that was closed. */
export async function writeLi(database: Database, closed = false): Promise<void> {
  await database.query(
    `insert into counties (county_id, name) values ($1, '连州') on conflict do nothing`,
    [COUNTY],
  )
  await database.query(
    `insert into people (county_id, person_id, account, name) values ($1, $2::uuid, $2::uuid::text, '小李')
     on conflict (county_id, person_id) do nothing`,
    [COUNTY, gridWorkerLi.personId],
  )
  await database.query(
    `update people set disabled_at = case when $2 then now() end where person_id = $1`,
    [gridWorkerLi.personId, closed],
  )
}

export function newId(): string {
  return uuidV7(Date.now(), randomBytes(10))
}

export function newFileId(): FileId {
  return newId() as FileId
}

export function headingOf(fileId: FileId, bytes: Uint8Array, offset = 0) {
  return { fileId, offset, bytes: bytes.length, sha256: sha256Of(bytes) }
}

/** One piece of a file, as the phone cuts it. */
export function sendPiece(
  context: Context,
  fileId: FileId,
  bytes: Uint8Array,
  [from, to]: readonly [number, number] = [0, bytes.length],
) {
  return receiveChunk(
    context,
    gridWorkerLi,
    headingOf(fileId, bytes, from),
    bytes.subarray(from, to),
  )
}

/** As the phone does it: from where the server says, until all is there. */
export async function sendInPieces(
  context: Context,
  fileId: FileId,
  bytes: Uint8Array,
  pieceBytes: number,
) {
  let answer = await sendPiece(context, fileId, bytes, [0, pieceBytes])
  while (!isRefusal(answer) && answer.receivedBytes < bytes.length) {
    const from = answer.receivedBytes
    answer = await sendPiece(context, fileId, bytes, [from, from + pieceBytes])
  }
  return answer
}

export async function cleanAll(context: Context): Promise<void> {
  while (await cleanNextPhoto(context));
}

export async function photoOf({ database, blobs, countyId }: Context, fileId: FileId) {
  const row = (await photoStates(database, countyId, [fileId])).get(fileId)
  const photo = row?.photoKey ? await blobs.get(row.photoKey) : undefined
  const thumbnail = row?.thumbnailKey ? await blobs.get(row.thumbnailKey) : undefined
  return { state: row?.state, photo, thumbnail }
}

/** 小李 reports something and names these photos. */
export async function reportWith(context: Context, fileIds: readonly FileId[]): Promise<MatterId> {
  const matter = matterWith(context, fileIds)
  await makeReportWriter(context.database).write({
    commandId: newId() as CommandId,
    inputHash: randomBytes(32),
    matter,
    events: [{ type: 'MatterReported', matter }],
    outbox: undefined,
  })
  return matter.id
}

function matterWith(context: Context, fileIds: readonly FileId[]): Matter {
  return {
    id: newId() as MatterId,
    countyId: COUNTY,
    number: `E${COUNTY}${newId()}`,
    flow: 'incident',
    flowVersion: 1,
    kind: 'sluice',
    kindVersion: 1,
    urgency: 'U3',
    sensitivity: 'S0',
    status: 'reported',
    version: 1,
    areaCode: `${COUNTY}118215001`,
    text: '闸门坏了',
    discoveredAt: NOON,
    receivedAt: context.now(),
    reporter: { personId: gridWorkerLi.personId, earnsPoints: false },
    photos: fileIds.map((fileId) => ({
      fileId,
      takenFor: 'report',
      by: gridWorkerLi.personId,
      state: 'awaited' as const,
    })),
    handlers: [],
  }
}
