import type { Dice } from './dice'
import type { Ledger, Person } from './person'
import type { TestedPhone } from './testedPhone'
import type { Task } from './townshipTasks'
import type { VirtualTime } from './virtualTime'

type Parts = {
  readonly phone: TestedPhone
  readonly time: VirtualTime
  readonly dice: Dice
  readonly ledger: Ledger
  readonly person: Person
  readonly tasks: readonly Task[]
}

/** A grid worker at the same phone: takes tasks, does them, hands them back, with and without signal. */
export function createWorker({ phone, time, dice, ledger, person, tasks }: Parts) {
  const { until, shows, touch, route } = person.hands

  /** Opens a task and does what its page offers. */
  async function workOnTask(): Promise<void> {
    const host = phone.alive()
    if (!host || tasks.length === 0) return
    const { matterId } = dice.oneOf([...tasks])
    const opened = host.pages.open(`/pages/matter/index?matterId=${matterId}`)
    await Promise.race([opened.catch(phone.note), time.pass(2_000)])
    if (!(await until(() => shows('action-claim') || shows('action-handle'), 3_000))) return
    if (shows('action-claim')) {
      touch((page) => page.tap('action-claim'))
      if (!(await until(() => shows('action-handle'), 25_000))) return
    }
    await act(matterId, dice.chance(70) ? 'handle' : 'handBack')
  }

  async function act(matterId: string, action: string): Promise<void> {
    if (!shows(`action-${action}`)) return
    if (dice.chance(25)) phone.alive()?.networkChanged('none')
    touch((page) => page.tap(`action-${action}`))
    if (await until(() => route() === 'pages/act/index' && shows('act-submit'), 3_000)) {
      const words = action === 'handle' ? 'act-result' : 'act-reason'
      if (shows(words)) touch((page) => page.input(words, '路灯已换'))
      if (action === 'handle') await person.addFromAlbum(1)
      touch((page) => page.tap('act-submit'))
      const left = await until(() => route() !== 'pages/act/index', 20_000)
      if (left) ledger.steps.add(`${matterId}/${action}`)
    }
    phone.alive()?.networkChanged('4g')
    await until(() => false, dice.between(100, 10_000))
  }

  return { workOnTask }
}

export type Worker = ReturnType<typeof createWorker>
