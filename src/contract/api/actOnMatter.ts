import * as v from 'valibot'
import { defineOperation } from '../operation'
import { CommandIdSchema, FileIdSchema, MatterIdSchema, TaskOwnerSchema, text } from '../shapes'
import { MatterView } from '../views'

const ABSURD_TEXT = 20_000

/** The fields of any form of any flow; which of them an action takes is the flow table's to say. */
export const ActionInputSchema = v.strictObject({
  note: v.optional(text(ABSURD_TEXT)),
  result: v.optional(text(ABSURD_TEXT)),
  reason: v.optional(text(ABSURD_TEXT)),
  owner: v.optional(TaskOwnerSchema),
  photos: v.optional(v.pipe(v.array(FileIdSchema), v.maxLength(100))),
})

export const actOnMatter = defineOperation({
  name: 'actOnMatter',
  summary: '对一件事做一步：受理、退回、派遣、接手、办理、核查、结案……',
  request: v.object({
    commandId: CommandIdSchema,
    matterId: MatterIdSchema,
    action: v.pipe(v.string(), v.maxLength(40)),
    input: v.optional(ActionInputSchema, {}),
  }),
  response: v.object({ matter: MatterView }),
  problems: [
    'command.id-reused',
    'matter.not-found',
    'access.outside-jurisdiction',
    'matter.unknown-action',
    'matter.action-not-allowed',
    'matter.form-incomplete',
    'matter.form-too-long',
    'matter.form-unknown-field',
    'matter.unknown-owner',
    'matter.owner-too-wide',
    'task.already-claimed',
  ],
})
