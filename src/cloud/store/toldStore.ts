import type { AreaCode } from '@domain/area/areaCode'
import { textOf } from '@domain/form/formField'
import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { MatterId } from '@domain/shared/ids'
import type { Instant } from '@domain/shared/instant'
import type { Queryable } from './database'

/** 消息: told to one audience (see `audiencesOf`), or to everybody who entered a roll of the matter. */
export type Notice = {
  readonly noticeId: string
  readonly audience: string | { readonly roll: string }
  readonly at: Instant
  readonly title: string
  readonly words: string
  readonly level: 'note' | 'yellow' | 'red'
}

/** 公开卡片 */
export type Card = {
  readonly cardId: string
  readonly areaCode: AreaCode
  readonly at: Instant
  readonly title: string
  readonly words: string
}

/** Inside the step's transaction. The key is unique, so that nobody enters twice however they race. */
export async function writeEntries(
  tx: Queryable,
  { countyId, id }: Matter,
  events: readonly MatterEvent[],
): Promise<void> {
  const [moved] = events
  const note = moved?.type === 'MatterMoved' ? textOf(moved.input, 'note') : undefined
  for (const event of events) {
    if (event.type !== 'RollEntered') continue
    const { roll, key, value, by, at } = event
    await tx.query(
      `insert into roll_entries (county_id, matter_id, roll, key, value, note, person_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [countyId, id, roll, key, value ?? null, note ?? null, by, new Date(at)],
    )
  }
}

export async function hasEntered(
  db: Queryable,
  countyId: number,
  { matterId, roll, key }: { matterId: MatterId; roll: string; key: string },
): Promise<boolean> {
  const rows = await db.query(
    `select 1 from roll_entries
     where county_id = $1 and matter_id = $2 and roll = $3 and key = $4`,
    [countyId, matterId, roll, key],
  )
  return rows.length > 0
}

export type EntryRow = {
  readonly key: string
  readonly value: string | null
  readonly note: string | null
  /** Of whom it is an entry, where they are known here; not of whoever wrote them down. */
  readonly person_id: string | null
  /** Their name, or that of their household as it was written. */
  readonly name: string
  readonly at: Instant
}

/** In the order they entered. */
export function listEntries(
  db: Queryable,
  countyId: number,
  roll: { readonly matterId: string; readonly roll: string },
  page: {
    readonly after: { readonly at: Date; readonly id: string } | undefined
    readonly limit: number
  },
): Promise<EntryRow[]> {
  return db.query<EntryRow>(
    `select e.key, e.value, e.note, people.person_id, coalesce(people.name, e.key) as name, e.at
     from roll_entries e left join people on people.county_id = e.county_id
       and people.person_id = case when e.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then e.key::uuid end
     where e.county_id = $1 and e.matter_id = $2 and e.roll = $3
       and ($4::timestamptz is null or (e.at, e.key) > ($4, $5))
     order by e.at, e.key limit $6`,
    [countyId, roll.matterId, roll.roll, page.after?.at ?? null, page.after?.id ?? '', page.limit],
  )
}

/** Those to one audience in one statement, since the matter is locked meanwhile. */
export async function writeNotices(
  tx: Queryable,
  matter: Matter,
  notices: readonly Notice[],
): Promise<void> {
  const plain = notices.filter(({ audience }) => typeof audience === 'string')
  if (plain.length > 0)
    await tx.query(
      `insert into notices (county_id, notice_id, matter_id, at, title, words, level, audience)
       select $1, notice_id, $2, at, title, words, level, audience
       from jsonb_to_recordset($3::jsonb)
         as notice (notice_id uuid, at timestamptz, title text, words text, level text, audience text)`,
      [matter.countyId, matter.id, JSON.stringify(plain.map(noticeInput))],
    )
  for (const notice of notices) await tellRoll(tx, matter, notice)
}

/** A notice to one audience, for jsonb_to_recordset. */
export function noticeInput({ noticeId, audience, at, title, words, level }: Notice) {
  return { notice_id: noticeId, audience, at: new Date(at).toISOString(), title, words, level }
}

/** Everybody who entered a roll is told by themselves. */
async function tellRoll(
  tx: Queryable,
  { countyId, id }: Matter,
  { noticeId, audience, at, title, words, level }: Notice,
): Promise<void> {
  if (typeof audience === 'string') return
  await tx.query(
    `insert into notices (county_id, notice_id, matter_id, at, title, words, level, audience)
     select $1, md5($2::text || person_id)::uuid, $3, $4, $5, $6, $7, 'person:' || person_id
     from (select distinct person_id from roll_entries
           where county_id = $1 and matter_id = $3 and roll = $8) as entered`,
    [countyId, noticeId, id, new Date(at), title, words, level, audience.roll],
  )
}

export type NoticeRow = {
  readonly notice_id: string
  readonly at: Instant
  readonly matter_id: MatterId
  readonly number: string
  readonly title: string
  readonly words: string
  readonly level: 'note' | 'yellow' | 'red'
}

type NewestFirst = {
  readonly after: { readonly at: Date; readonly id: string } | undefined
  readonly limit: number
}

/** Each audience is read through its index no further than the page needs. */
export function listNoticeRows(
  db: Queryable,
  countyId: number,
  audiences: readonly string[],
  { after, limit }: NewestFirst,
): Promise<NoticeRow[]> {
  return db.query<NoticeRow>(
    `select n.notice_id, n.at, n.matter_id, matters.number, n.title, n.words, n.level
     from unnest($2::text[]) as asked (audience), lateral (
       select * from notices where county_id = $1 and audience = asked.audience
         and ($3::timestamptz is null or (at, notice_id) < ($3, $4::uuid))
       order by at desc, notice_id desc limit $5
     ) as n join matters on matters.county_id = $1 and matters.matter_id = n.matter_id
     order by n.at desc, n.notice_id desc limit $5`,
    [countyId, audiences, after?.at ?? null, after?.id ?? null, limit],
  )
}

export async function writeCards(
  tx: Queryable,
  { countyId, id, flow }: Matter,
  cards: readonly Card[],
): Promise<void> {
  for (const { cardId, areaCode, at, title, words } of cards)
    await tx.query(
      `insert into cards (county_id, card_id, area_code, matter_id, flow, at, title, words)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [countyId, cardId, areaCode, id, flow, new Date(at), title, words],
    )
}

export type CardRow = {
  readonly card_id: string
  readonly area_code: AreaCode
  readonly matter_id: MatterId
  readonly flow: string
  readonly at: Instant
  readonly title: string
  readonly words: string
}

export function listCardRows(
  db: Queryable,
  countyId: number,
  areaCodes: readonly AreaCode[],
  { after, limit }: NewestFirst,
): Promise<CardRow[]> {
  return db.query<CardRow>(
    `select c.* from unnest($2::text[]) as asked (area_code), lateral (
       select card_id, area_code, matter_id, flow, at, title, words from cards
       where county_id = $1 and cards.area_code = asked.area_code
         and ($3::timestamptz is null or (at, card_id) < ($3, $4::uuid))
       order by at desc, card_id desc limit $5
     ) as c order by c.at desc, c.card_id desc limit $5`,
    [countyId, areaCodes, after?.at ?? null, after?.id ?? null, limit],
  )
}
