import * as v from 'valibot'
import { defineOperation } from '../operation'
import { ABSURD_TEXT, FormInputSchema } from '../formInput'
import {
  AreaCode,
  CommandIdSchema,
  FileIdSchema,
  GridCode,
  MatterIdSchema,
  PlaceSchema,
  text,
  Time,
} from '../shapes'
import { MatterView } from '../views'

const ABSURD_FILES = 100
/** Ten years: a phone whose battery was out begins again in the year it was made. */
const CLOCK_OFF_MS_MAX = 10 * 366 * 24 * 60 * 60 * 1000

/**
 * 上报. Ids are minted on the phone and final. The grid is `gridCode` when the person corrected it, else found from
 * `place`. `fileIds` and `voiceIds` may name what is still to come; a short video
 * counts as a photo. The same command twice is one matter and one answer.
 */
export const reportMatter = defineOperation({
  name: 'reportMatter',
  summary: '上报一件事',
  request: v.object({
    commandId: CommandIdSchema,
    matterId: MatterIdSchema,
    kind: v.pipe(v.string(), v.maxLength(10)),
    text: v.optional(text(ABSURD_TEXT), ''),
    place: v.optional(PlaceSchema),
    gridCode: v.optional(GridCode),
    /** For what concerns a village or a township as a whole. */
    areaCode: v.optional(AreaCode),
    /** The form of the kind's flow, where it has one. */
    fields: v.optional(FormInputSchema, {}),
    discoveredAt: Time,
    /** Milliseconds the phone's clock was ahead of the server's when it was last held against it; negative: behind. */
    clockAheadMs: v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(-CLOCK_OFF_MS_MAX), v.maxValue(CLOCK_OFF_MS_MAX)),
    ),
    fileIds: v.optional(v.pipe(v.array(FileIdSchema), v.maxLength(ABSURD_FILES)), []),
    /** Said instead of written. Not counted among the photos: also what may not be pictured can be told. */
    voiceIds: v.optional(v.pipe(v.array(FileIdSchema), v.maxLength(ABSURD_FILES))),
  }),
  response: v.object({ matter: MatterView }),
  problems: [
    'command.id-reused',
    'matter.id-taken',
    'matter.unknown-kind',
    'matter.place-missing',
    'matter.place-outside-county',
    'matter.unknown-grid',
    'matter.unknown-area',
    'matter.flow-off',
    'matter.clock-off',
    'matter.form-incomplete',
    'matter.form-too-long',
    'matter.form-too-small',
    'matter.form-wrong-value',
    'matter.form-unknown-field',
    'matter.unknown-owner',
    'matter.unknown-person',
    'matter.list-full',
    'matter.text-too-long',
    'matter.too-many-photos',
    'matter.too-many-voices',
  ],
})
