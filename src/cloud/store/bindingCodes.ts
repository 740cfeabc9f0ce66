import type { PersonId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

export type BindingCodeRow = {
  readonly person_id: PersonId
  readonly issued_by: PersonId
  readonly expires_at: Instant
}

type NewCode = {
  readonly commandId: string
  readonly codeHash: Buffer
  readonly personId: PersonId
  readonly issuedBy: PersonId
  readonly now: Instant
  readonly expiresAt: Instant
}

/** One code per person is good at a time. The same command again finds the row it wrote before. */
export async function addBindingCode(
  tx: Queryable,
  countyId: number,
  code: NewCode,
): Promise<BindingCodeRow> {
  const added = await tx.query(
    `insert into binding_codes
       (county_id, command_id, code_hash, person_id, issued_by, issued_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (county_id, command_id) do nothing returning 1`,
    [
      countyId,
      code.commandId,
      code.codeHash,
      code.personId,
      code.issuedBy,
      new Date(code.now),
      new Date(code.expiresAt),
    ],
  )
  if (added.length > 0)
    await expireCodesOf(tx, countyId, { ...code, exceptCommandId: code.commandId })
  const [row] = await tx.query<BindingCodeRow>(
    `select person_id, issued_by, expires_at from binding_codes
     where county_id = $1 and command_id = $2`,
    [countyId, code.commandId],
  )
  if (!row) throw new Error('A binding code that was just written has no row')
  return row
}

type Expiring = {
  readonly personId: PersonId
  readonly now: Instant
  readonly exceptCommandId?: string
}

export async function expireCodesOf(
  tx: Queryable,
  countyId: number,
  { personId, now, exceptCommandId }: Expiring,
): Promise<void> {
  await tx.query(
    `update binding_codes set expires_at = least(expires_at, $3)
     where county_id = $1 and person_id = $2 and used_at is null
       and command_id is distinct from $4::uuid`,
    [countyId, personId, new Date(now), exceptCommandId ?? null],
  )
}

type Use = { readonly codeHash: Buffer; readonly usedBy: PersonId; readonly now: Instant }

/** Whose account it opens; of two who use it at once one finds it used. */
export async function takeBindingCode(
  tx: Queryable,
  countyId: number,
  { codeHash, usedBy, now }: Use,
): Promise<PersonId | undefined> {
  const [row] = await tx.query<{ person_id: PersonId }>(
    `update binding_codes set used_at = $3, used_by = $4
     where county_id = $1 and code_hash = $2 and used_at is null and expires_at > $3
     returning person_id`,
    [countyId, codeHash, new Date(now), usedBy],
  )
  return row?.person_id
}

/** Why a code could not be taken. */
export async function findCodeState(
  tx: Queryable,
  countyId: number,
  codeHash: Buffer,
): Promise<'unknown' | 'used' | 'expired'> {
  const [row] = await tx.query<{ used: boolean }>(
    `select used_at is not null as used from binding_codes
     where county_id = $1 and code_hash = $2`,
    [countyId, codeHash],
  )
  if (!row) return 'unknown'
  return row.used ? 'used' : 'expired'
}
