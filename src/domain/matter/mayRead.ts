import { can, type Actor } from '../access/actor'
import { ownsTask } from '../flow/relation'
import type { Matter } from './matter'

/**
 * Who may see a matter and its photos: its reporter, and whoever works on it. S3 (minors, health, violence) goes only
 * to the hub and the assigned.
 */
export function mayRead(actor: Actor, matter: Matter): boolean {
  return matter.reporter.personId === actor.personId || worksOn(actor, matter)
}

/**
 * Whoever handled it, has its task or may claim it now, and those with the permission where it lies. They also read
 * what is not meant for the reporter. A pool that somebody has claimed from looks on no longer.
 */
export function worksOn(actor: Actor, matter: Matter): boolean {
  const { task } = matter
  if (matter.handlers.includes(actor.personId)) return true
  if (task?.claimedBy === actor.personId) return true
  if (task?.state === 'open' && ownsTask(actor, task.owner)) return true
  const needed = matter.sensitivity === 'S3' ? 'matter.readSensitive' : 'matter.read'
  return can(actor, needed, matter.areaCode)
}
