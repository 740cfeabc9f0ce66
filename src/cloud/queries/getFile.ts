import { holds } from '@domain/access/actor'
import { refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { findFile } from '../store/fileStore'

/** 照片传到哪里了: only the sender asks; the phone goes on from there after it was closed. */
export const getFile: Handler<'getFile'> = async (context, actor, request) => {
  if (!holds(actor, 'matter.report') && !holds(actor, 'matter.handle'))
    return refuse('access.not-permitted')
  const file = await findFile(context.database, context.countyId, request.fileId)
  if (!file || file.ownerId !== actor.personId) return refuse('file.not-found')
  return { fileId: file.fileId, receivedBytes: file.receivedBytes, state: file.state }
}
