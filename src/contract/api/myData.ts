import * as v from 'valibot'
import { defineOperation } from '../operation'
import { MatterIdSchema, Next, Page, text, Time } from '../shapes'
import { PersonView } from '../views'

/** The words people agree to; a new number when they change, so that nobody has agreed to what they never saw. */
export const CONSENT_VERSION = '2026-11'

const Consent = v.object({ version: v.string(), given: v.boolean(), at: Time })

/** Who opened a matter of mine that not everybody may read, or a secret of it; by their post, since they did it in office. */
const Reader = v.object({
  at: Time,
  number: v.string(),
  roleTitle: v.string(),
  areaName: v.string(),
})

/** What a phone of mine said last of what it still holds. */
const OwnHolding = v.object({
  items: v.number(),
  media: v.number(),
  since: Time,
  heardAt: Time,
})

export const MyData = v.object({
  person: PersonView,
  phone: v.string(),
  /** True: the person may correct and close it; false: the county keeps it, as of staff. */
  selfManaged: v.boolean(),
  consentVersion: v.string(),
  /** Newest first. */
  consents: v.array(Consent),
  readers: v.array(Reader),
  openSessions: v.number(),
  matters: v.number(),
  /** Phones that have not been heard for 60 days are forgotten. */
  holdings: v.optional(v.array(OwnHolding)),
})
export type MyData = v.InferOutput<typeof MyData>

const MyMatter = v.object({
  matterId: MatterIdSchema,
  number: v.string(),
  flowTitle: v.string(),
  kindName: v.string(),
  text: v.string(),
  areaName: v.string(),
  longitude: v.optional(v.number()),
  latitude: v.optional(v.number()),
  fields: v.array(v.object({ title: v.string(), words: v.string() })),
  photos: v.number(),
  discoveredAt: Time,
  receivedAt: Time,
  statusTitle: v.string(),
  lastNote: v.optional(v.string()),
  endedAt: v.optional(Time),
})

const NAME_MAX = 30

const Name = v.pipe(text(NAME_MAX), v.trim(), v.minLength(1))
const Phone = v.pipe(text(20), v.regex(/^(\+?\d[\d -]{2,18})?$/, '电话号码只用数字'))

/** 我的信息 */
export const readMyData = defineOperation({
  name: 'readMyData',
  summary: '关于我，系统里有什么：姓名电话、同意记录、登录、谁看过我的事',
  request: v.object({}),
  response: v.object({ data: MyData }),
  problems: [],
})

/** 导出: page by page, the newest matters first; the phone puts the pages into one file. */
export const exportMyData = defineOperation({
  name: 'exportMyData',
  summary: '导出我的信息和我报的事，一页一页给全',
  request: v.object({ ...Page }),
  response: v.object({ exportedAt: Time, data: MyData, matters: v.array(MyMatter), next: Next }),
  problems: [],
})

/** 更正 */
export const correctMyData = defineOperation({
  name: 'correctMyData',
  summary: '更正我的姓名、电话；工作账号由县里改',
  request: v.object({ name: Name, phone: Phone }),
  response: v.object({ data: MyData }),
  problems: ['person.managed-by-county'],
})

/** 撤回同意, and to agree again. The same word twice is one row. */
export const giveConsent = defineOperation({
  name: 'giveConsent',
  summary: '同意隐私说明的这一版',
  request: v.object({ version: text(20) }),
  response: v.object({ data: MyData }),
  problems: ['consent.wrong-version'],
})

export const withdrawConsent = defineOperation({
  name: 'withdrawConsent',
  summary: '撤回同意：以后只能看，不能报，直到再同意',
  request: v.object({}),
  response: v.object({ data: MyData }),
  problems: ['person.managed-by-county'],
})

/** 注销: for good, so it is said twice. */
export const closeMyAccount = defineOperation({
  name: 'closeMyAccount',
  summary: '注销账号：清掉姓名、电话、微信，所有手机退出；报过的事留着办完，上报人写“已注销”',
  request: v.object({ confirmed: v.boolean() }),
  response: v.object({ closedAt: Time }),
  problems: ['person.managed-by-county', 'person.confirm-close'],
})
