import type { Matter } from '@domain/matter/matter'
import type { MatterEvent } from '@domain/matter/matterEvent'
import type { FileId, MatterId } from '@domain/shared/ids'
import { isRefusal, refuse, type Refusal } from '@domain/shared/refusal'
import type { ProblemCode } from '@contract/problems'
import type { Context } from '../context'
import { listMattersOfFile } from '../store/fileStore'
import { changeMatter } from './changeMatter'
import { inputHash } from './inputHash'
import { systemCommandId } from './systemCommandId'

/**
 * Tells each matter that names the file what became of it, so that whoever watches the matter sees
 * the photo come. It runs after the file's own state is committed: a matter reported later finds
 * that state and needs no telling.
 */
export async function recordPhoto(
  context: Context,
  fileId: FileId,
  outcome: 'ready' | 'refused',
): Promise<void> {
  for (const matterId of await listMattersOfFile(context.database, context.countyId, fileId)) {
    const refusal = await recordIn(context, matterId, eventOf(fileId, outcome))
    if (refusal)
      context.log.warn({ fileId, matterId, refused: refusal.refused }, 'photo not recorded')
  }
}

type PhotoEvent = Extract<MatterEvent, { type: 'PhotoArrived' | 'PhotoRefused' }>

function eventOf(fileId: FileId, outcome: 'ready' | 'refused'): PhotoEvent {
  return outcome === 'ready'
    ? { type: 'PhotoArrived', fileId }
    : { type: 'PhotoRefused', fileId, code: 'file.not-a-photo' }
}

async function recordIn(
  context: Context,
  matterId: MatterId,
  event: PhotoEvent,
): Promise<Refusal<ProblemCode> | undefined> {
  const change = {
    matterId,
    commandId: systemCommandId('photo', event.fileId, matterId),
    inputHash: inputHash('recordPhoto', '', event),
    action: 'photo',
    actorId: null,
  }
  const answer = await changeMatter(context, change, ({ matter }) => decide(matter, event))
  return isRefusal(answer) ? answer : undefined
}

function decide(matter: Matter, event: PhotoEvent): MatterEvent[] | Refusal<ProblemCode> {
  const named = matter.photos.some((photo) => photo.fileId === event.fileId)
  return named ? [event] : refuse('file.not-found')
}
