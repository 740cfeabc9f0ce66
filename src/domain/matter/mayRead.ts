import { can, type Actor } from '../access/actor'
import { ownsTask } from '../flow/relation'
import type { Matter } from './matter'

/**
 * Who may see a matter and its photos: its reporter, whoever has its task or handled it, and those with the permission
 * where it lies. S3 (minors, health, violence) goes only to the hub and the assigned.
 */
export function mayRead(actor: Actor, matter: Matter): boolean {
  if (matter.reporter.personId === actor.personId) return true
  if (matter.handlers.includes(actor.personId)) return true
  if (
    matter.task &&
    (matter.task.claimedBy === actor.personId || ownsTask(actor, matter.task.owner))
  )
    return true
  const needed = matter.sensitivity === 'S3' ? 'matter.readSensitive' : 'matter.read'
  return can(actor, needed, matter.areaCode)
}
