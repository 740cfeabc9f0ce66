import * as v from 'valibot'
import { defineOperation } from '../operation'
import { FileIdSchema } from '../shapes'
import { FileProgress } from './uploadChunk'

export const getFile = defineOperation({
  name: 'getFile',
  summary: '我上传的一张照片传到哪里了',
  request: v.object({ fileId: FileIdSchema }),
  response: FileProgress,
  problems: ['file.not-found'],
})
