import { can, type Actor } from '@domain/access/actor'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { isoTime } from '../queries/isoTime'
import { cutPage, keyTime, PAGE_LIMIT_DEFAULT, readPageKey } from '../queries/pageKey'
import {
  findShiftNote,
  insertShiftNote,
  insertSignature,
  listShiftNoteRows,
  type ShiftNoteRow,
} from '../store/shiftNoteStore'
import { inputHash, sameHash } from './inputHash'

/** 交班: whoever goes writes it once and for good; it says what it said. */
export const writeShiftNote: Handler<'writeShiftNote'> = async (context, actor, request) => {
  const { database, countyId, now } = context
  const { commandId: noteId, areaCode, words } = request
  if (!can(actor, 'matter.accept', areaCode)) return refuse('access.not-permitted')
  const { personId } = actor
  const hash = inputHash('writeShiftNote', personId, request)
  const note = { noteId, areaCode, personId, at: now(), inputHash: hash, words }
  await insertShiftNote(database, countyId, note)
  const row = await getNote(context, noteId)
  return sameHash(row.input_hash, hash)
    ? { note: drawNote(context, actor, row) }
    : refuse('command.id-reused')
}

export const listShiftNotes: Handler<'listShiftNotes'> = async (context, actor, request) => {
  const { areaCode, limit = PAGE_LIMIT_DEFAULT } = request
  if (!can(actor, 'matter.accept', areaCode)) return refuse('access.not-permitted')
  const after = readPageKey(request.after)
  if (isRefusal(after)) return after
  const rows = await listShiftNoteRows(context.database, context.countyId, {
    areaCode,
    after: after && { at: keyTime(after.at), id: after.id },
    limit: limit + 1,
  })
  const { items, next } = cutPage(rows, limit, ({ at, note_id: id }) => ({ at, id }))
  return { items: items.map((row) => drawNote(context, actor, row)), next }
}

/** 签收: somebody else than who wrote it has read it. */
export const signShiftNote: Handler<'signShiftNote'> = async (context, actor, { noteId }) => {
  const { database, countyId, now } = context
  const { personId } = actor
  const row = await findShiftNote(database, countyId, noteId)
  if (!row) return refuse('shift.not-found')
  if (!can(actor, 'matter.accept', row.area_code)) return refuse('access.not-permitted')
  if (row.person_id === personId) return refuse('shift.own-note')
  await insertSignature(database, countyId, { noteId, personId, at: now() })
  return { note: drawNote(context, actor, await getNote(context, noteId)) }
}

async function getNote({ database, countyId }: Context, noteId: string): Promise<ShiftNoteRow> {
  const row = await findShiftNote(database, countyId, noteId)
  if (!row) throw new Error(`Note ${noteId} was written and is gone`)
  return row
}

type Note = ResponseOf<Operations['writeShiftNote']>['note']

function drawNote({ reference }: Context, { personId }: Actor, row: ShiftNoteRow): Note {
  return {
    noteId: row.note_id,
    area: { code: row.area_code, name: reference.areaName(row.area_code) },
    at: isoTime(row.at),
    by: row.name,
    own: row.person_id === personId,
    words: row.words,
    signatures: row.signatures.map(({ name: by, at }) => ({
      by,
      at: isoTime(new Date(at).getTime()),
    })),
    signedByMe: row.signatures.some((one) => one.personId === personId),
  }
}
