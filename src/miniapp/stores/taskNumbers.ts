import { allFlows } from '@domain/flows/allFlows'
import type { MatterView } from '@contract/views'
import type { MatterList } from './lists'

/** What is due first; what has no deadline last. */
export function sortByDue(matters: readonly MatterView[]): MatterView[] {
  const due = (matter: MatterView) => (matter.dueAt ? Date.parse(matter.dueAt) : Infinity)
  return [...matters].sort((a, b) => due(a) - due(b))
}

/** "20+" while there are more on the server than on the phone. */
export function sayCount({ items, next }: MatterList): string {
  return `${items.length}${next === null ? '' : '+'}`
}

/** The one step the flow puts first for whoever has the task. */
export function findPrimaryStep(matter: MatterView): { action: string; title: string } | undefined {
  // A flow newer than this app is not known here; the matter's own page has its actions from the server.
  const flow = allFlows.find(({ name }) => name === matter.flow)
  const actions = flow?.statuses[matter.status]?.actions ?? {}
  const [found] = Object.entries(actions).filter(
    ([, row]) => row.primary && row.relation === 'assignee',
  )
  return found && { action: found[0], title: found[1].title }
}
