import { can, type Actor } from '@domain/access/actor'
import type { AreaCode } from '@domain/area/areaCode'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Handler } from '../handler'
import { findForDesk } from '../queries/findForDesk'
import { isoTime } from '../queries/isoTime'
import {
  findDeskEntry,
  insertDeskEntry,
  listDeskEntryRows,
  type DeskEntryRow,
} from '../store/deskEntryStore'
import { inputHash, sameHash } from './inputHash'

/** Of one matter; beyond this the newest are shown. */
const ENTRIES_SHOWN_MAX = 200

/** 内部备注, 通话记录: beside the matter, so that no reader of its history comes across them. */
export const writeDeskEntry: Handler<'writeDeskEntry'> = async (context, actor, request) => {
  const matter = await findForDesk(context, actor, request.matterId)
  if (isRefusal(matter)) return matter
  const { database, countyId, now } = context
  const { commandId: entryId, matterId, entry } = request
  const hash = inputHash('writeDeskEntry', actor.personId, request)
  const call = entry.kind === 'call' ? entry : { callee: '', phone: '', result: '' }
  const { kind, words } = entry
  const { callee, phone, result } = call
  const by = { entryId, matterId, personId: actor.personId, at: now(), inputHash: hash }
  await insertDeskEntry(database, countyId, { ...by, kind, words, callee, phone, result })
  const row = await findDeskEntry(database, countyId, entryId)
  if (!row) throw new Error(`Entry ${entryId} was written and is gone`)
  if (!sameHash(row.input_hash, hash)) return refuse('command.id-reused')
  return { entry: drawEntry(row, mayReadPhones(actor, matter.areaCode)) }
}

/** Whoever reads the township at a console reads what its desk wrote, and no telephone unless they may. */
export const listDeskEntries: Handler<'listDeskEntries'> = async (context, actor, { matterId }) => {
  const matter = await findForDesk(context, actor, matterId, 'matter.read')
  if (isRefusal(matter)) return matter
  if (!can(actor, 'console.signIn', matter.areaCode)) return refuse('access.not-permitted')
  const rows = await listDeskEntryRows(
    context.database,
    context.countyId,
    matterId,
    ENTRIES_SHOWN_MAX,
  )
  const clear = mayReadPhones(actor, matter.areaCode)
  return { items: rows.map((row) => drawEntry(row, clear)) }
}

function mayReadPhones(actor: Actor, areaCode: AreaCode): boolean {
  return can(actor, 'person.read', areaCode)
}

type Entry = ResponseOf<Operations['writeDeskEntry']>['entry']

function drawEntry(row: DeskEntryRow, clear: boolean): Entry {
  const { entry_id: entryId, kind, at, name: by, words, callee, phone, result } = row
  const call = { callee, phone: clear ? phone : maskPhone(phone), result }
  return { entryId, kind, at: isoTime(at), by, words, ...(kind === 'call' ? call : {}) }
}

/** 138****5678: enough to know the line one has called, too little to call it. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '')
  if (digits.length < 7) return '****'
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}
