import { holds } from '@domain/access/actor'
import type { Matter } from '@domain/matter/matter'
import { isRefusal, refuse } from '@domain/shared/refusal'
import type { Handler } from '../handler'
import { searchTasks, taskOrders, type TaskBox } from '../store/taskLists'
import { ownerKeysOf } from '../told/audiences'
import { cutPage, keyTime, PAGE_LIMIT_DEFAULT, readPageKey } from './pageKey'
import { viewMatters } from './viewMatters'

/** 我的任务 */
export const listTasks: Handler<'listTasks'> = async (context, actor, request) => {
  if (!holds(actor, 'task.read')) return refuse('access.not-permitted')
  const box = request.box ?? 'mine'
  const after = readPageKey(request.after, taskOrders[box])
  if (isRefusal(after)) return after
  const limit = request.limit ?? PAGE_LIMIT_DEFAULT
  const rows = await searchTasks(context.database, context.countyId, {
    box,
    personId: actor.personId,
    owners: ownerKeysOf(actor),
    after: after && { at: keyTime(after.at), id: after.id },
    limit: limit + 1,
  })
  const { items, next } = cutPage(rows, limit, (matter) => keyOf(matter, box))
  return { items: await viewMatters(context, actor, items), next }
}

function keyOf(matter: Matter, box: TaskBox) {
  const byDue = taskOrders[box] === 'due'
  return { at: byDue ? (matter.dueAt ?? Infinity) : matter.receivedAt, id: matter.id }
}
