import * as v from 'valibot'
import { defineOperation } from '../operation'
import { CommandIdSchema, MatterIdSchema, PersonIdSchema, text, Time } from '../shapes'
import { MatterView } from '../views'

const onOneMatter = { commandId: CommandIdSchema, matterId: MatterIdSchema }
const alwaysPossible = ['command.id-reused', 'matter.not-found'] as const

export const takeMatter = defineOperation({
  name: 'takeMatter',
  summary: '值班员接手一件事、放下，或从同事手里换过来',
  request: v.object({
    ...onOneMatter,
    does: v.picklist(['take', 'leave']),
    /** Who has it, when it is taken from a colleague. */
    from: v.optional(PersonIdSchema),
  }),
  response: v.object({ matter: MatterView }),
  problems: [
    ...alwaysPossible,
    'access.outside-jurisdiction',
    'matter.taken',
    'matter.taken-by-you',
    'matter.not-taken',
    'matter.merging',
    'matter.action-not-allowed',
  ],
})

/** As many as one matter takes in (`JOINED_MAX`). */
export const MERGED_AT_ONCE_MAX = 20

/** Each matter is answered by itself; these stay as they were. */
const NotDone = v.array(v.object({ matterId: MatterIdSchema, code: v.string(), title: v.string() }))

export const mergeMatters = defineOperation({
  name: 'mergeMatters',
  summary: '把几件同样的上报并到一件；一分钟内可以撤销，这一分钟里谁也不通知',
  request: v.object({
    commandId: CommandIdSchema,
    into: MatterIdSchema,
    matterIds: v.pipe(
      v.array(MatterIdSchema),
      v.minLength(1),
      v.maxLength(MERGED_AT_ONCE_MAX),
      v.check((ids) => new Set(ids).size === ids.length, '同一件事只能选一次'),
    ),
  }),
  response: v.object({
    held: v.array(v.object({ matterId: MatterIdSchema, until: Time })),
    notDone: NotDone,
  }),
  problems: ['matter.not-found'],
})

export const undoMerge = defineOperation({
  name: 'undoMerge',
  summary: '一分钟内撤销并案，几件事各回原样',
  request: v.object({
    commandId: CommandIdSchema,
    matterIds: v.pipe(v.array(MatterIdSchema), v.minLength(1), v.maxLength(MERGED_AT_ONCE_MAX)),
  }),
  response: v.object({ undone: v.array(MatterIdSchema), notDone: NotDone }),
  problems: [],
})

export const TOLD_WORDS_MAX = 200

export const tellReporter = defineOperation({
  name: 'tellReporter',
  summary: '用一句话告诉上报人',
  request: v.object({
    ...onOneMatter,
    words: v.pipe(text(TOLD_WORDS_MAX), v.trim(), v.minLength(1)),
  }),
  response: v.object({ matter: MatterView }),
  problems: [...alwaysPossible, 'access.outside-jurisdiction'],
})

export const attendMatter = defineOperation({
  name: 'attendMatter',
  summary: '值班员打开一件事时每隔几秒说一声“我在看”，回答还有谁在看',
  request: v.object({ matterId: MatterIdSchema, leaves: v.optional(v.literal(true)) }),
  response: v.object({
    /** Colleagues at other consoles, not whoever asks. */
    here: v.array(v.object({ personId: PersonIdSchema, name: v.string(), since: Time })),
  }),
  problems: ['matter.not-found', 'access.outside-jurisdiction'],
})
