import { act, cleanup, render } from '@testing-library/react'
import { commonProblems } from '@contract/operation'
import { operations } from '@contract/operations'
import { problem, problems, type ProblemCode } from '@contract/problems'
import type { QueueItem } from '@miniapp/queue/queueItem'
import type { fakeTaro } from '../../support/fakeTaro'
import { createFakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { kinds, matterOf, officerZeng, ownGrid } from '../support/township'

/** What comes back to its owner: not what is repeated by itself, nor what waits for signing in. */
const isOwners = (code: ProblemCode) =>
  problems[code].retry !== 'later' && problems[code].status !== 401
const codesOf = (name: 'reportMatter' | 'actOnMatter') =>
  [...new Set([...operations[name].problems, ...commonProblems])].filter(isOwners)

/** Codes that name a field of the form in their details, as the rules write them. */
const namesField = (code: string) => /form-|unknown-person|unknown-area/.test(code)
const matterId = '01890000-0000-7000-8000-000000000001'
const noted = { texts: { note: '路牌倒在沟里' }, values: {}, names: {} }

function refused(operation: QueueItem['operation'], code: ProblemCode, order: number): QueueItem {
  const itemId = `${operation}-${code}`
  const details = namesField(code) ? { field: 'note', title: '说明' } : undefined
  return {
    schemaVersion: 1,
    itemId,
    order,
    operation,
    matterId,
    body:
      operation === 'reportMatter'
        ? {
            commandId: itemId,
            matterId,
            kind: '0603',
            text: '村口',
            discoveredAt: '2026-11-23T01:00:00Z',
          }
        : { commandId: itemId, matterId, action: 'supplement', input: { note: '路牌倒在沟里' } },
    photos: [],
    step: 'command',
    asked: true,
    attempts: 0,
    notBefore: 0,
    createdAt: 0,
    label: { title: '路灯不亮' },
    written: noted,
    trouble: { cause: 'refused', problem: problem(code, details) },
  }
}

const items = (['reportMatter', 'actOnMatter'] as const).flatMap((name) =>
  codesOf(name).map((code, at) => refused(name, code, at)),
)

async function startApp(waiting: readonly QueueItem[] = items) {
  const fake = createFakePlatform()
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person: officerZeng })
  fake.answer('listKinds', { items: kinds })
  fake.answer('findGrid', { grid: ownGrid })
  const matter = matterOf({ matterId: matterId as never, status: 'sentBack' })
  const note = { name: 'note', title: '说明', type: 'text', required: true, max: 500 }
  const owner = { name: 'owner', title: '派给', type: 'owner', required: true, max: 1 }
  const into = { name: 'into', title: '并到哪一件', type: 'matter', required: true, max: 60 }
  const supplement = {
    action: 'supplement',
    title: '补充',
    primary: true,
    form: [note, owner, into],
  }
  fake.answer('getMatter', { matter, history: [], children: [], actions: [supplement] })
  for (const item of waiting) fake.phone.records.write(`queue/${item.itemId}`, item)
  freshApp(fake)
  const pages = {
    QueuePage: (await import('@miniapp/pages/queue/index')).default,
    ReportPage: (await import('@miniapp/pages/report/index')).default,
    ActPage: (await import('@miniapp/pages/act/index')).default,
  }
  const { mendReport } = await import('@miniapp/stores/mendReport')
  const { mendAction, canMend } = await import('@miniapp/stores/mendAction')
  const { fakeTaro: phone } = (await import('@tarojs/taro')) as unknown as {
    fakeTaro: typeof fakeTaro
  }
  return { ...pages, mendReport, mendAction, canMend, phone }
}

const shownHints = () => [...document.querySelectorAll('[id^=mend-]')].map(({ id }) => id)

/** The page shows the first of many, so they come in parts that it shows whole. */
const parts = [items.slice(0, 30), items.slice(30)]

test.each(parts.map((part, n) => [n + 1, part] as const))(
  'every refusal a report or a step can get comes back with its reason, what was written, and a way on (part %i)',
  async (_n, part) => {
    const { QueuePage } = await startApp(part)
    await act(async () => void render(<QueuePage />))
    const cards = [...document.querySelectorAll('[id^=queue-item-]')]
    expect(cards).toHaveLength(part.length)
    const said = new Set(cards.map(({ textContent }) => textContent ?? ''))
    for (const { trouble } of part) {
      const { title = '' } = trouble?.problem ?? {}
      expect(title).toMatch(/[\u4e00-\u9fff]/)
      expect([...said].some((text) => text.includes(title))).toBe(true)
    }
    for (const card of cards)
      expect(card.querySelector('[id^=queue-mend-], [id^=queue-add-]')).not.toBeNull()
  },
)

test('where it is one field that does not fit, that field is opened with the reason above it', async () => {
  const { ReportPage, ActPage, mendReport, mendAction, canMend, phone } = await startApp()
  for (const item of items.filter((one) => canMend(one))) {
    const code = item.trouble?.problem?.code ?? ''
    const report = item.operation === 'reportMatter'
    phone.router.params = report
      ? { draft: mendReport(item) }
      : (mendAction(item), { matterId, action: 'supplement' })
    await act(async () => void render(report ? <ReportPage /> : <ActPage />))
    expect([code, shownHints()]).toEqual([code, [expected(code, report)]])
    cleanup()
  }
})

const fieldOf: Readonly<Record<string, string>> = {
  'matter.unknown-kind': 'kind',
  'matter.flow-off': 'kind',
  'matter.place-missing': 'place',
  'matter.place-outside-county': 'place',
  'matter.unknown-grid': 'place',
  'matter.text-too-long': 'text',
  'request.too-large': 'text',
  'matter.too-many-photos': 'photos',
  'matter.too-many-voices': 'voices',
  'matter.unknown-owner': 'owner',
  'matter.owner-too-wide': 'owner',
  'matter.cannot-join': 'into',
}

/** The kind of this report asks no field of its own: then it is said above the whole. */
function expected(code: string, report: boolean): string {
  const field = namesField(code) ? 'note' : fieldOf[code]
  const ofForm = ['note', 'owner', 'into'].includes(field ?? '')
  const asked = report !== ofForm
  return `mend-${asked ? (field ?? 'all') : 'all'}`
}
