import * as v from 'valibot'
import { CountySettingsSchema, settingsNoteMax, SettingsVersionView } from '../countySettings'
import { defineOperation } from '../operation'
import { CommandIdSchema, text, Time } from '../shapes'

/** A new version of what the county has set. What is open finishes under what it began with. */
export const changeCountySettings = defineOperation({
  name: 'changeCountySettings',
  summary: '保存一个新版本的流程与类别设置',
  request: v.object({
    commandId: CommandIdSchema,
    /** The newest version whoever edits has seen; 0 when there was none. */
    basedOn: v.pipe(v.number(), v.integer(), v.minValue(0)),
    content: CountySettingsSchema,
    /** At once without it. */
    effectiveFrom: v.optional(Time),
    /** Why, for those who read the list of versions. */
    note: text(settingsNoteMax),
  }),
  response: v.object({ version: SettingsVersionView }),
  problems: ['settings.not-sound', 'settings.changed-meanwhile', 'command.id-reused'],
})
