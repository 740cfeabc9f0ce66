import type { areaLevels } from '@domain/area/areaCode'
import { roles, type Role } from '@domain/access/permissions'
import type { ClockKind, Sensitivity, Urgency } from '@domain/kind/kind'
import {
  areaCodeCell,
  choiceCell,
  mayLack,
  numberCell,
  optional,
  optionalTextCell,
  patternCell,
  textCell,
} from './cells'
import {
  ACCOUNT_LENGTH_MAX,
  DEPARTMENT_CODE_LENGTH_MAX,
  NAME_LENGTH_MAX,
  NOTE_LENGTH_MAX,
} from './limits'
import type { TableRow } from './readTable'

/** The columns of each CSV file. What a column means is told in demo/data/README.md. */
export const areaColumns = {
  code: areaCodeCell,
  name: textCell(NAME_LENGTH_MAX),
  level: choiceCell({ county: 'county', township: 'township', village: 'village' } as const),
}
export type AreaDraft = TableRow<typeof areaColumns>

const departmentCode = patternCell(
  new RegExp(`^[A-Za-z0-9_-]{1,${DEPARTMENT_CODE_LENGTH_MAX}}$`),
  ` ${DEPARTMENT_CODE_LENGTH_MAX} 个以内的字母、数字或连字符`,
)

export const departmentColumns = {
  code: departmentCode,
  name: textCell(NAME_LENGTH_MAX),
  areaCode: areaCodeCell,
}
export type DepartmentDraft = TableRow<typeof departmentColumns>

export const peopleColumns = {
  account: patternCell(
    new RegExp(`^[\\p{L}\\p{N}._@-]{1,${ACCOUNT_LENGTH_MAX}}$`, 'u'),
    ` ${ACCOUNT_LENGTH_MAX} 个以内的字母、数字或 . _ @ -`,
  ),
  name: textCell(NAME_LENGTH_MAX),
  phone: patternCell(/^(\+?\d[\d -]{2,19})?$/, '电话号码'),
  role: choiceCell(Object.fromEntries(Object.keys(roles).map((role) => [role, role as Role]))),
  areaCode: areaCodeCell,
  departmentCode: optional(departmentCode),
  /** 值班电话: of the post, for neighbours to call. Older files are without the column. */
  workPhone: mayLack(patternCell(/^(\+?\d[\d -]{2,19})?$/, '电话号码')),
}
export type PostDraft = TableRow<typeof peopleColumns>

const hours = numberCell({ min: 0.01, max: 20_000, decimals: 4 })
const clock = choiceCell<ClockKind>({ E: 'elapsed', W: 'working' })

export const kindColumns = {
  code: patternCell(/^[A-Za-z0-9]{2,12}$/, ' 2 到 12 位数字或字母'),
  name: textCell(NAME_LENGTH_MAX),
  category: patternCell(/^[A-Za-z0-9]{1,12}$/, ' 12 位以内的数字或字母'),
  categoryName: textCell(NAME_LENGTH_MAX),
  urgency: choiceCell<Urgency>({ U1: 'U1', U2: 'U2', U3: 'U3', U4: 'U4' }),
  acceptHours: hours,
  acceptClock: clock,
  handleHours: hours,
  handleClock: clock,
  basePoints: numberCell({ min: 0, max: 10_000, decimals: 0 }),
  selfClose: choiceCell({ Y: true, N: false }),
  sensitivity: choiceCell<Sensitivity>({ S0: 'S0', S1: 'S1', S2: 'S2', S3: 'S3' }),
  owner: textCell(NAME_LENGTH_MAX),
  note: optionalTextCell(NOTE_LENGTH_MAX),
  initials: patternCell(/^[a-z0-9]{1,40}$/, '小写拼音首字母'),
  emergencyNumber: optional(patternCell(/^\d{3,12}$/, '电话号码')),
  rank: optional(numberCell({ min: 1, max: 1000, decimals: 0 })),
  icon: patternCell(/^[A-Za-z]{1,40}$/, '图标的英文名'),
}
export type KindDraft = TableRow<typeof kindColumns>

/** The areas a role can be held in. A wider one would let people see what is not theirs. */
export const roleLevels = {
  resident: ['county', 'township', 'village', 'grid'],
  informationOfficer: ['village', 'grid'],
  unitHead: ['village', 'grid'],
  gridWorker: ['village', 'grid'],
  villageOfficer: ['village'],
  persuader: ['township', 'village'],
  mediator: ['county', 'township', 'village'],
  departmentOfficer: ['county', 'township'],
  hubOperator: ['township'],
  hubHead: ['township'],
  townLeader: ['township'],
  supervisor: ['county'],
  countyHub: ['county'],
  countyAdmin: ['county'],
  systemAdmin: ['county'],
  securityAdmin: ['county'],
  auditAdmin: ['county'],
} as const satisfies Record<Role, readonly (keyof typeof areaLevels)[]>
