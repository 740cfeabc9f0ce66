import { townshipOf, villageOf } from '@domain/area/areaCode'
import { getStatus } from '@domain/flow/getStatus'
import { isSensitive, urgencies } from '@domain/kind/kind'
import type { Matter } from '@domain/matter/matter'
import type { Instant } from '@domain/shared/instant'
import type { Context } from '../context'
import type { Cell } from './csvLine'

type Column = {
  readonly title: string
  readonly of: (context: Context, matter: Matter) => Cell
}

const NOT_EXPORTED = '（按规定不导出）'

/** No person's name, telephone or exact place; of S2 and S3 no word of what was said. */
const columns: readonly Column[] = [
  { title: '编号', of: (_, { number }) => number },
  { title: '系统', of: ({ flows }, matter) => flows.of(matter).title },
  { title: '类别', of: kindName },
  { title: '紧急程度', of: (_, { urgency }) => urgencies[urgency].title },
  { title: '状态', of: ({ flows }, matter) => getStatus(flows.of(matter), matter.status).title },
  { title: '镇', of: ({ reference }, { areaCode }) => reference.areaName(townshipOf(areaCode)) },
  {
    title: '村（社区）',
    of: ({ reference }, { areaCode }) => reference.areaName(villageOf(areaCode)),
  },
  { title: '网格', of: ({ reference }, { areaCode }) => reference.findGrid(areaCode)?.name ?? '' },
  { title: '收到', of: (_, { receivedAt }) => chinaTime(receivedAt) },
  { title: '期限', of: (_, { dueAt }) => chinaTime(dueAt) },
  { title: '结束', of: (_, { endedAt }) => chinaTime(endedAt) },
  {
    title: '超期次数（不含免计）',
    of: (_, { late = [] }) => late.filter((one) => !one.excused).length,
  },
  { title: '主办部门', of: departmentName },
  {
    title: '内容',
    of: (_, { sensitivity, text }) => (isSensitive(sensitivity) ? NOT_EXPORTED : text),
  },
]

export const matterHeading: readonly string[] = columns.map(({ title }) => title)

export function matterCells(context: Context, matter: Matter): Cell[] {
  return columns.map((column) => column.of(context, matter))
}

function kindName({ reference }: Context, { kind, settingsVersion }: Matter): string {
  return reference.kindView(kind, settingsVersion)?.name ?? kind
}

function departmentName({ reference }: Context, { task }: Matter): string {
  if (task?.owner.kind !== 'department') return ''
  const { departmentCode } = task.owner
  return reference.findDepartment(departmentCode)?.name ?? departmentCode
}

const CHINA_AHEAD_MS = 8 * 3_600_000

/** 2026-11-23 15:00:00, which every spreadsheet takes for a time. */
function chinaTime(at: Instant | undefined): string {
  if (at === undefined) return ''
  return new Date(at + CHINA_AHEAD_MS).toISOString().slice(0, 19).replace('T', ' ')
}
