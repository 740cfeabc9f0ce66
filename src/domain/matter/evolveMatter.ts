import type { Matter, MatterEvent, MatterMoved, MatterPhoto } from './matter'

/** Folds one history row (all events of one command) into the matter; the version counts rows. */
export function evolveMatter(matter: Matter | undefined, events: readonly MatterEvent[]): Matter {
  const next = events.reduce<Matter | undefined>(evolveOne, matter)
  if (!next) throw new Error('A history begins with MatterReported')
  return { ...next, version: (matter?.version ?? 0) + 1 }
}

function evolveOne(matter: Matter | undefined, event: MatterEvent): Matter {
  if (event.type === 'MatterReported') return event.matter
  if (!matter) throw new Error(`${event.type} came before MatterReported`)
  switch (event.type) {
    case 'MatterMoved':
      return moved(matter, event)
    case 'ReportConfirmed':
      return { ...matter, confirmedAt: event.at }
    case 'DeadlinePassed':
      return { ...matter, overdueSince: event.dueAt }
    case 'PhotoArrived':
      return { ...matter, photos: withPhotoState(matter.photos, event.fileId, 'arrived') }
    case 'PhotoRefused':
      return { ...matter, photos: withPhotoState(matter.photos, event.fileId, 'refused') }
  }
}

function moved(matter: Matter, event: MatterMoved): Matter {
  const { dueAt, overdueSince, task: _task, lastNote, ...rest } = matter
  const sameDeadline = event.to === matter.status && event.dueAt === dueAt
  const note = event.said ?? lastNote
  return {
    ...rest,
    status: event.to,
    photos: [...matter.photos, ...photosOf(event)],
    handlers:
      event.handler && !matter.handlers.includes(event.handler)
        ? [...matter.handlers, event.handler]
        : matter.handlers,
    ...(event.dueAt === undefined ? {} : { dueAt: event.dueAt }),
    ...(overdueSince === undefined || !sameDeadline ? {} : { overdueSince }),
    ...(event.task ? { task: event.task } : {}),
    ...(event.ended ? { endedAt: event.at } : {}),
    ...(note === undefined ? {} : { lastNote: note }),
  }
}

function photosOf(event: MatterMoved): MatterPhoto[] {
  return (event.input.photos ?? []).map((fileId) => ({
    fileId,
    takenFor: event.action,
    by: event.by,
    state: 'awaited',
  }))
}

function withPhotoState(
  photos: readonly MatterPhoto[],
  fileId: string,
  state: MatterPhoto['state'],
): MatterPhoto[] {
  return photos.map((photo) => (photo.fileId === fileId ? { ...photo, state } : photo))
}
