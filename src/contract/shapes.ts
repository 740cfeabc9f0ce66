import * as v from 'valibot'
import { areaLevels, isAreaCode } from '@domain/area/areaCode'
import { roles, type Role } from '@domain/access/permissions'
import { sensitivities, urgencies } from '@domain/kind/kind'
import { datums } from '@domain/place/place'
import type { CommandId, FileId, MatterId, PersonId, TaskId } from '@domain/shared/ids'

/** Shapes that several operations share. Times are ISO 8601 with offset on the wire; ids are UUIDs. */

const uuid = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.uuid(),
    v.transform((id) => id.toLowerCase() as Id),
  )
export const MatterIdSchema = uuid<MatterId>()
export const CommandIdSchema = uuid<CommandId>()
export const FileIdSchema = uuid<FileId>()
export const TaskIdSchema = uuid<TaskId>()
export const PersonIdSchema = uuid<PersonId>()

/** ISO 8601 with a whole offset: `+08` alone fits the pattern and is no time to any program. */
export const Time = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.check(
    (value) => Number.isFinite(Date.parse(value)),
    '时间的格式不对，例如 2026-11-23T09:00:00Z',
  ),
)

/** A text people typed: no NUL, and no half of an emoji, neither of which PostgreSQL can keep. */
export const text = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.maxLength(maxLength),
    v.check((value) => !/\0|\p{Surrogate}/u.test(value), '含有不能保存的字符，请删掉后再送'),
  )

/** 账号: the name an account was imported with. */
export const AccountSchema = v.pipe(text(60), v.minLength(1))

export const AreaCode = v.pipe(
  v.string(),
  v.maxLength(areaLevels.grid),
  v.check(isAreaCode, '区划代码是 6、9、12 或 15 位数字'),
)
export const GridCode = v.pipe(v.string(), v.regex(/^\d{15}$/, '网格代码是 15 位数字'))

export const PlaceSchema = v.object({
  longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
  datum: v.picklist(datums),
  accuracyMetres: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000))),
  /** A pin set on a map by hand; else the phone found the place itself. */
  byHand: v.optional(v.boolean()),
})

export const UrgencySchema = v.picklist(Object.keys(urgencies) as (keyof typeof urgencies)[])
export const SensitivitySchema = v.picklist(sensitivities)
export const RoleSchema = v.picklist(Object.keys(roles) as Role[])

export const Area = v.object({ code: AreaCode, name: v.string() })

export const TaskOwnerSchema = v.variant('kind', [
  v.object({ kind: v.literal('person'), personId: PersonIdSchema }),
  v.object({ kind: v.literal('post'), role: RoleSchema, areaCode: AreaCode }),
  v.object({ kind: v.literal('area'), areaCode: AreaCode }),
  v.object({ kind: v.literal('department'), departmentCode: text(40) }),
])

/** Page by key: `after` is the `next` of the page before; `limit` 1 to 100. */
export const PAGE_LIMIT_MAX = 100
export const Page = {
  after: v.optional(v.pipe(v.string(), v.maxLength(200))),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(PAGE_LIMIT_MAX))),
}
export const Next = v.nullable(v.string())
