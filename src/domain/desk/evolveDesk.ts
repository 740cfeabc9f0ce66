import type { Matter } from '../matter/matter'
import type { DeskEvent } from './deskEvent'

/** What the desk did, folded into the matter; its status stays what it was. */
export function evolveDesk(matter: Matter, event: DeskEvent): Matter {
  const { desk: _desk, merging: _merging, ...rest } = matter
  const { desk, merging } = matter
  switch (event.type) {
    case 'DeskTaken':
      return { ...matter, desk: { by: event.by, at: event.at } }
    case 'DeskLeft':
      return { ...rest, ...(merging ? { merging } : {}) }
    case 'MergeHeld':
      return { ...matter, merging: event.merging }
    case 'MergeUndone':
      return { ...rest, ...(desk ? { desk } : {}) }
    case 'ReporterTold':
      return { ...matter, lastNote: event.said }
  }
}
