import { findFlow, allFlows } from '@domain/flows/allFlows'
import type { PersonView } from '@contract/views'
import { drawForm } from '@cloud/queries/drawForm'
import { matterOf } from '../../miniapp/support/township'

type Body = Readonly<Record<string, unknown>>
export type Step = { readonly action: string; readonly fileIds: readonly string[] }
export type Task = {
  readonly matterId: string
  readonly taskId: string
  state: 'open' | 'claimed' | 'done'
  by?: 'worker' | 'other'
  /** What the worker did with it, once. */
  step?: Step
}
/** What became of a request, before it is put into words of the wire. */
export type Outcome = { readonly matter: object } | { readonly refused: TaskRefusal }
type TaskRefusal = 'task.not-found' | 'task.already-claimed' | 'matter.action-not-allowed'

const OTHER = '李师傅'
const STEPS = ['handle', 'handBack']
const openedAt = '2026-11-23T00:00:00.000Z'

/** Tasks of a worker, which somebody else may take at any moment. */
export function createTownshipTasks(worker: PersonView, count: number) {
  const tasks: Task[] = Array.from({ length: count }, (_, n) => ({
    matterId: idOf('b', n),
    taskId: idOf('c', n),
    state: 'open',
  }))
  const ofMatter = (matterId: unknown) => tasks.find((task) => task.matterId === matterId)
  const mine = (task: Task) => task.state === 'claimed' && task.by === 'worker'
  const draw = (task: Task) => matterOf(drawn(task, worker))

  return {
    tasks,
    claim({ taskId }: Body): Outcome {
      const task = tasks.find((one) => one.taskId === taskId)
      if (!task) return { refused: 'task.not-found' }
      if (task.state !== 'open') return { refused: 'task.already-claimed' }
      Object.assign(task, { state: 'claimed', by: 'worker' })
      return { matter: draw(task) }
    },
    act({ matterId, action, input }: Body): Outcome {
      const task = ofMatter(matterId)
      if (!task || !mine(task) || !STEPS.includes(String(action)))
        return { refused: 'matter.action-not-allowed' }
      const { photos = [] } = input as { photos?: string[] }
      Object.assign(task, { state: 'done', step: { action: String(action), fileIds: photos } })
      return { matter: draw(task) }
    },
    list({ box }: Body): object[] {
      const shown = (task: Task) => (box === 'pool' ? task.state === 'open' : mine(task))
      return box === 'done' ? [] : tasks.filter(shown).map(draw)
    },
    page(matterId: unknown): object | undefined {
      const task = ofMatter(matterId)
      if (!task) return undefined
      const actions = task.state === 'open' ? ['claim'] : mine(task) ? STEPS : []
      const rows = actions.map((action) => rowOf(task, action))
      return { matter: draw(task), history: [], actions: rows, children: [] }
    },
    /** Somebody else is first, or the hub gives it to somebody else. */
    takenByOther(pick: (tasks: Task[]) => Task) {
      const left = tasks.filter((task) => task.state !== 'done')
      if (left.length > 0) Object.assign(pick(left), { state: 'claimed', by: 'other' })
    },
    refusalDetails: { claimedByName: OTHER },
  }
}

export type TownshipTasks = ReturnType<typeof createTownshipTasks>

function idOf(kind: string, n: number): string {
  return `01890000-0000-7000-8000-0000000000${kind}${n}`
}

function drawn({ matterId, taskId, state, by }: Task, worker: PersonView) {
  const name = by === 'other' ? OTHER : worker.name
  const claimedBy = state === 'open' ? {} : { claimedBy: { personId: worker.personId, name } }
  return {
    matterId,
    status: state === 'open' ? 'dispatched' : 'handling',
    task: { taskId, ownerName: '宝珠村', state, openedAt, ...claimedBy },
  } as never
}

function rowOf({ state }: Task, action: string) {
  const status = state === 'open' ? 'dispatched' : 'handling'
  const row = findFlow(allFlows, 'incident')?.statuses[status]?.actions[action]
  if (!row) throw new Error(`No ${action} in ${status}`)
  return { action, title: row.title, primary: row.primary === true, form: drawForm(row.form) }
}
