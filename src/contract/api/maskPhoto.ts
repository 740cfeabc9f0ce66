import * as v from 'valibot'
import { defineOperation } from '../operation'
import { CommandIdSchema, FileIdSchema, MatterIdSchema } from '../shapes'

export const BOXES_MAX = 30

const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/** Shares of the picture's width and height, so that they fit every size of it. */
export const BoxSchema = v.pipe(
  v.object({ left: share, top: share, width: share, height: share }),
  v.check(({ left, width }) => left + width <= 1.000001, '方框超出了照片'),
  v.check(({ top, height }) => top + height <= 1.000001, '方框超出了照片'),
)
export type Box = v.InferOutput<typeof BoxSchema>

const onOnePhoto = { matterId: MatterIdSchema, fileId: FileIdSchema }

export const maskPhoto = defineOperation({
  name: 'maskPhoto',
  summary: '在照片的人脸、车牌上盖黑框；以后人人看到的都是盖过的，空的表示取消',
  request: v.object({
    commandId: CommandIdSchema,
    ...onOnePhoto,
    boxes: v.pipe(v.array(BoxSchema), v.maxLength(BOXES_MAX)),
  }),
  response: v.object({ boxes: v.array(BoxSchema) }),
  problems: [
    'command.id-reused',
    'matter.not-found',
    'access.outside-jurisdiction',
    'file.not-found',
  ],
})

export const openOriginal = defineOperation({
  name: 'openOriginal',
  summary: '看一张照片没有盖黑框的原样；谁看了都有记录',
  request: v.object(onOnePhoto),
  response: v.object({ url: v.string(), boxes: v.array(BoxSchema) }),
  problems: ['factor.needed', 'matter.not-found', 'access.outside-jurisdiction', 'file.not-found'],
})
