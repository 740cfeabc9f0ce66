import { can, type Actor } from '@domain/access/actor'
import { deskHolder } from '@domain/desk/deskHolder'
import type { Matter } from '@domain/matter/matter'
import type { Instant } from '@domain/shared/instant'
import type { MatterView } from '@contract/views'
import type { PersonRow } from '../store/peopleStore'
import { isoTime } from './isoTime'

/** Who has it at the desk, and what it is about to be joined to: nobody but the desk is told. */
export function drawDesk(
  actor: Actor,
  matter: Matter,
  now: Instant,
  people: ReadonlyMap<string, PersonRow>,
): Pick<MatterView, 'taken' | 'merging'> {
  if (!matter.desk && !matter.merging) return {}
  if (!can(actor, 'matter.accept', matter.areaCode)) return {}
  const holder = deskHolder(matter, now)
  const { merging } = matter
  return {
    ...(holder
      ? {
          taken: {
            personId: holder.by,
            name: people.get(holder.by)?.name ?? '',
            at: isoTime(holder.at),
          },
        }
      : {}),
    ...(merging
      ? {
          merging: {
            into: { matterId: merging.into, number: merging.number, title: '要并到这一件' },
            until: isoTime(merging.until),
          },
        }
      : {}),
  }
}
