import { checkFlow } from '@domain/flow/checkFlow'
import type { ActionRow, FlowTable, StatusRow } from '@domain/flow/flowTable'
import type { FormField } from '@domain/form/formField'

/** The smallest table that is sound: a wish is written down, and somebody of the area answers it. */
const answer: ActionRow = {
  title: '答复',
  event: 'answered',
  to: 'answered',
  permission: 'matter.accept',
  form: [],
  forwarded: false,
  tells: [],
}
const wish: FlowTable = {
  name: 'wish',
  version: 1,
  title: '心愿',
  purpose: '说一个心愿',
  initial: 'told',
  report: {
    title: '说心愿',
    permission: 'matter.report',
    at: 'grid',
    form: [],
    forwarded: false,
    tells: [],
  },
  statuses: {
    told: {
      title: '已说',
      sentence: '',
      deadline: { limit: 'kind.accept', warns: 'matter.accept' },
      actions: { answer },
    },
    answered: { title: '已答', sentence: '', ended: true, actions: {} },
  },
}

const text = (name: string): FormField => ({
  name,
  title: name,
  type: 'text',
  required: true,
  max: 9,
})

/** The same table with another first step, and what is said of it. */
function withAnswer(change: Partial<ActionRow>): string[] {
  return withTold({ actions: { answer: { ...answer, ...change } } })
}

function withTold(change: Partial<StatusRow>): string[] {
  const told = { ...(wish.statuses.told as StatusRow), ...change }
  return checkFlow({ ...wish, statuses: { ...wish.statuses, told } })
}

test('a small table in which everything fits has nothing wrong with it', () => {
  expect(checkFlow(wish)).toEqual([])
})

describe('a slip of the pen in a form is found before anybody fills it in:', () => {
  test('the same question twice', () => {
    expect(withAnswer({ form: [text('why'), text('when'), text('why')] })).toEqual([
      '答复 asks why twice',
    ])
  })

  test('a name that everywhere means something else', () => {
    expect(withAnswer({ form: [{ ...text('photos') }] })).toEqual([
      '答复 uses photos for something else',
    ])
    expect(withAnswer({ form: [text('note')] })).toEqual([])
  })

  test('a question with no room for an answer', () => {
    expect(withAnswer({ form: [{ ...text('why'), max: 0 }] })).toEqual([
      '答复 leaves no room for why',
    ])
  })

  test('a choice of one', () => {
    const one = { ...text('how'), type: 'choice', choices: [{ value: 'a', title: '只有这个' }] }
    expect(withAnswer({ form: [one as FormField] })).toEqual(['答复 has nothing to choose for how'])
    const { choices: _choices, ...none } = one
    expect(withAnswer({ form: [none as FormField] })).toHaveLength(1)
  })

  test('a row chosen from a list that nobody writes', () => {
    const row: FormField = { ...text('row'), type: 'row', list: 'steps' }
    expect(withAnswer({ form: [row] })).toEqual(['答复 chooses row from a list that nothing fills'])
  })

  test('also in the form of the report', () => {
    const report = { ...wish.report, form: [text('why'), text('why')] }
    expect(checkFlow({ ...wish, report })).toEqual(['说心愿 asks why twice'])
  })
})

describe('a row that counts on what nobody gives is found:', () => {
  test.each<[string, Partial<ActionRow>, string[]]>([
    [
      'a tick',
      { ticks: { list: 'steps' } },
      ['speaks of steps, which nothing fills', 'does not ask for row'],
    ],
    ['a list', { adds: { list: 'steps', field: 'items' } }, ['does not ask for items']],
    ['a household', { enters: { roll: 'votes', by: 'household' } }, ['does not ask for household']],
    ['a vote', { enters: { roll: 'votes', counts: 'opinion' } }, ['does not ask for opinion']],
    ['a joining', { merges: true }, ['does not ask for into']],
    ['a rating', { rates: { by: 'stars' } }, ['does not ask for owner', 'does not ask for stars']],
    ['another try', { rates: 'again' }, ['does not ask for owner']],
    ['a calling', { calls: true }, ['does not ask for owners']],
    [
      'a guest',
      { invites: { people: 'guests', until: 'day' } },
      ['does not ask for guests', 'does not ask for day'],
    ],
    [
      'a payment',
      { pays: { rule: 'thanks', to: { named: 'finder' }, points: 1 } },
      ['speaks of finder, which nothing fills'],
    ],
    [
      'a remembered answer',
      { when: [{ field: 'talk', is: 'open' }] },
      ['speaks of talk, which nothing fills'],
    ],
    [
      'a finished list',
      { when: [{ list: 'steps', done: true }] },
      ['speaks of steps, which nothing fills'],
    ],
    [
      'a step of the called',
      { when: [{ calledStep: 'arrived' }] },
      ['speaks of arrived, which nothing fills'],
    ],
    [
      'a full roll',
      { when: [{ roll: 'votes', reaches: 2 }] },
      ['speaks of votes, which nothing fills'],
    ],
    [
      'a number of seats',
      { when: [{ roll: 'votes', below: 'seats' }] },
      ['speaks of votes, which nothing fills', 'speaks of seats, which nothing fills'],
    ],
  ])('%s', (_what, change, slips) => {
    expect(withAnswer(change)).toEqual(slips.map((slip) => `答复 ${slip}`))
  })

  test('somebody who is named nowhere', () => {
    expect(withAnswer({ relation: { named: 'finder' } })).toContain(
      '答复 speaks of finder, which nothing fills',
    )
  })

  test('and what another row fills, sets or counts is enough', () => {
    const more: ActionRow = {
      ...answer,
      to: 'told',
      form: [text('items'), text('household')],
      adds: { list: 'steps', field: 'items' },
      enters: { roll: 'votes', by: 'household' },
      sets: { seats: 2, talk: 'open' },
      step: 'arrived',
      ticks: { list: 'steps', title: '走访' },
    }
    const when: ActionRow['when'] = [
      { list: 'steps', done: true },
      { roll: 'votes', below: 'seats' },
      { field: 'talk', is: 'open' },
      { calledStep: 'arrived' },
      'hasTask',
      { kinds: ['05'] },
    ]
    expect(withTold({ actions: { more, answer: { ...answer, when } } })).toEqual([])
  })
})

describe('a time that helps nobody is found:', () => {
  const deadline = { limit: 'kind.accept', warns: 'matter.accept' } as const

  test('none at all, for one urgency or for all', () => {
    const none = { hours: 0, clock: 'elapsed' } as const
    const some = { hours: 1, clock: 'elapsed' } as const
    const said = ['the deadline of told leaves no time']
    expect(withTold({ deadline: { ...deadline, limit: none } })).toEqual(said)
    expect(withTold({ deadline: { ...deadline, limit: some } })).toEqual([])
    const byUrgency = { U1: some, U2: some, U3: some, U4: none }
    expect(withTold({ deadline: { ...deadline, limit: byUrgency } })).toEqual(said)
  })

  test('a mark that tells nobody', () => {
    expect(withTold({ deadline: { ...deadline, marks: [{ share: 1, tells: [] }] } })).toEqual([
      'the deadline of told warns nobody',
    ])
    expect(withTold({ deadline: { ...deadline, marks: [{ share: 1, tells: ['hub'] }] } })).toEqual(
      [],
    )
  })

  test('a day, or a hurry, that no form asks for', () => {
    const said = (name: string) => [`the deadline of told speaks of ${name}, which nothing fills`]
    expect(withTold({ deadline: { ...deadline, limit: { until: 'voteUntil' } } })).toEqual(
      said('voteUntil'),
    )
    const shorter = { field: 'alone', is: true, share: 0.5 }
    expect(withTold({ deadline: { ...deadline, shorter } })).toEqual(said('alone'))
    expect(withTold({ deadline: 'continues' })).toEqual([])
  })
})

describe('whoever holds the area can always move it on:', () => {
  const stuck = ['in told nobody but the people involved can move it on']

  test('an answer from outside, or a condition that may never hold, does not count', () => {
    expect(withAnswer({ automatic: 'answer' })).toEqual(stuck)
    expect(withAnswer({ automatic: 'onceTrue', when: ['hasTask'] })).toEqual(stuck)
    expect(withAnswer({ automatic: 'onceTrue' })).toEqual([])
    expect(withAnswer({ automatic: { share: 1 } })).toEqual([])
  })

  test('a step that stays where it is counts only when it gives the work to somebody', () => {
    const byReporter: ActionRow = { ...answer, relation: 'reporter' }
    const stay: ActionRow = { ...answer, to: 'told' }
    expect(withTold({ actions: { byReporter, stay } })).toEqual(stuck)
    const owner: FormField = { ...text('owner'), type: 'owner', max: 1 }
    const give: ActionRow = { ...stay, task: 'open', form: [owner] }
    expect(withTold({ actions: { byReporter, give } })).toEqual([])
  })

  test('and work is given to somebody who must be named', () => {
    const said = ['answer in told opens a task for nobody']
    const owner: FormField = { ...text('owner'), type: 'owner', max: 1 }
    expect(withAnswer({ task: 'open' })).toEqual(said)
    expect(withAnswer({ task: 'open', form: [{ ...owner, required: false }] })).toEqual(said)
    expect(withAnswer({ task: 'open', form: [text('why')] })).toEqual(said)
    expect(withAnswer({ task: 'open', form: [owner] })).toEqual([])
    expect(withAnswer({ task: 'drop' })).toEqual([])
  })
})
