import * as v from 'valibot'
import { defineOperation } from '../operation'
import { ActionInputSchema } from '../formInput'
import { CommandIdSchema, MatterIdSchema } from '../shapes'
import { MatterView } from '../views'

export const actOnMatter = defineOperation({
  name: 'actOnMatter',
  summary: '对一件事做一步：受理、退回、派遣、接手、办理、核查、结案……',
  request: v.object({
    commandId: CommandIdSchema,
    matterId: MatterIdSchema,
    action: v.pipe(v.string(), v.maxLength(40)),
    input: v.optional(ActionInputSchema, {}),
    /** The version of the matter that whoever acts has before their eyes; if it has moved on since, it is refused. */
    seenVersion: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
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
    'matter.form-too-small',
    'matter.form-wrong-value',
    'matter.form-unknown-field',
    'matter.changed-meanwhile',
    'matter.taken',
    'matter.merging',
    'matter.entered-before',
    'matter.row-done',
    'matter.list-full',
    'matter.cannot-join',
    'matter.unknown-person',
    'matter.unknown-area',
    'matter.unknown-owner',
    'matter.owner-too-wide',
    'task.already-claimed',
  ],
})
