import * as v from 'valibot'
import { defineOperation } from '../operation'
import { AreaCode, CommandIdSchema, MatterIdSchema, Next, Page, text, Time } from '../shapes'

export const DESK_WORDS_MAX = 1000

/** 内部备注, 通话记录: never read by the reporter, or by whoever works outside the desk. */
const Entry = v.object({
  entryId: v.string(),
  kind: v.picklist(['note', 'call']),
  at: Time,
  by: v.string(),
  words: v.string(),
  /** Of a call: whom, on which number (masked unless it may be read), and what came of it. */
  callee: v.optional(v.string()),
  phone: v.optional(v.string()),
  result: v.optional(v.string()),
})

export const callResults = ['answered', 'noAnswer', 'busy', 'wrongNumber'] as const

const words = (max: number) => v.pipe(text(max), v.trim(), v.minLength(1))

export const writeDeskEntry = defineOperation({
  name: 'writeDeskEntry',
  summary: '给一件事写内部备注或记一次通话，上报人看不到',
  request: v.object({
    commandId: CommandIdSchema,
    matterId: MatterIdSchema,
    entry: v.variant('kind', [
      v.object({ kind: v.literal('note'), words: words(DESK_WORDS_MAX) }),
      v.object({
        kind: v.literal('call'),
        callee: words(60),
        phone: v.pipe(text(30), v.regex(/^[0-9+() -]{3,30}$/, '电话号码只有数字')),
        result: v.picklist(callResults),
        words: v.pipe(text(DESK_WORDS_MAX), v.trim()),
      }),
    ]),
  }),
  response: v.object({ entry: Entry }),
  problems: ['command.id-reused', 'matter.not-found', 'access.outside-jurisdiction'],
})

export const listDeskEntries = defineOperation({
  name: 'listDeskEntries',
  summary: '一件事的内部备注和通话记录',
  request: v.object({ matterId: MatterIdSchema }),
  response: v.object({ items: v.array(Entry) }),
  problems: ['matter.not-found', 'access.outside-jurisdiction'],
})

const ShiftNote = v.object({
  noteId: v.string(),
  area: v.object({ code: AreaCode, name: v.string() }),
  at: Time,
  by: v.string(),
  /** Written by whoever asks: they do not sign it. */
  own: v.boolean(),
  words: v.string(),
  signatures: v.array(v.object({ by: v.string(), at: Time })),
  signedByMe: v.boolean(),
})

export const writeShiftNote = defineOperation({
  name: 'writeShiftNote',
  summary: '下班的写交班记录',
  request: v.object({
    commandId: CommandIdSchema,
    areaCode: AreaCode,
    words: words(2000),
  }),
  response: v.object({ note: ShiftNote }),
  problems: ['command.id-reused'],
})

export const listShiftNotes = defineOperation({
  name: 'listShiftNotes',
  summary: '交班记录，新的在前',
  request: v.object({ areaCode: AreaCode, ...Page }),
  response: v.object({ items: v.array(ShiftNote), next: Next }),
  problems: ['hub.cursor-invalid'],
})

export const signShiftNote = defineOperation({
  name: 'signShiftNote',
  summary: '接班的看过后签收交班记录',
  request: v.object({ noteId: CommandIdSchema }),
  response: v.object({ note: ShiftNote }),
  problems: ['shift.not-found', 'shift.own-note'],
})
