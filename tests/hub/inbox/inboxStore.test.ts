import { createInbox } from '@hub/inbox/inboxStore'
import { createApi } from '@hub/wire/createApi'
import { makeFakeBackend } from '../support/fakeBackend'
import { givenMatter, idOf, minutesFromNow } from '../support/givenMatter'

function open() {
  const backend = makeFakeBackend()
  const api = createApi({
    fetch: backend.fetch,
    readToken: () => 'token',
    onSessionEnded: () => {},
  })
  const inbox = createInbox(api)
  return { backend, inbox, ids: () => inbox.store.getState().rows.map(({ matterId }) => matterId) }
}

test('what is due next stands first, and what waits for somebody else last', async () => {
  const { inbox, ids } = open()
  await inbox.load()
  const { dueAt: _none, ...waiting } = givenMatter(1, { status: 'sentBack' })
  inbox.take(waiting)
  inbox.take(givenMatter(2, { dueAt: minutesFromNow(90) }))
  inbox.take(givenMatter(3, { dueAt: minutesFromNow(-5) }))
  expect(ids()).toEqual([idOf(3), idOf(2), idOf(1)])
})

test('a matter leaves the inbox when it is closed', async () => {
  const { inbox, ids } = open()
  await inbox.load()
  inbox.take(givenMatter(1))
  inbox.take(givenMatter(1, { version: 6, status: 'closed', ended: true }))
  expect(ids()).toEqual([])
})

test('an old word about a matter does not undo a newer one', async () => {
  const { inbox } = open()
  await inbox.load()
  inbox.take(givenMatter(1, { version: 3, status: 'dispatched' }))
  inbox.take(givenMatter(1, { version: 2, status: 'accepted' }))
  expect(inbox.store.getState().rows[0]?.status).toBe('dispatched')
})

test('a report that arrives while the list is being read is not lost', async () => {
  const { backend, inbox, ids } = open()
  backend.answers.listMatters = () => {
    inbox.take(givenMatter(2))
    return { items: [givenMatter(1, { dueAt: minutesFromNow(5) })], next: null }
  }
  await inbox.load()
  expect(ids()).toEqual([idOf(1), idOf(2)])
})

test('a report of another village does not push itself into a filtered list', async () => {
  const { inbox, ids } = open()
  await inbox.show({ filter: { statuses: [], areaCode: '441882118299', search: '' } })
  inbox.take(givenMatter(1))
  expect(ids()).toEqual([])
})

test('who looks at one system only is not shown what comes of another', async () => {
  const { backend, inbox, ids } = open()
  await inbox.show({ filter: { flow: 'petition', statuses: [], areaCode: undefined, search: '' } })
  inbox.take(givenMatter(1))
  inbox.take(givenMatter(2, { flow: 'petition' }))
  expect(ids()).toEqual([idOf(2)])
  expect(backend.callsOf('listMatters')[0]?.body.filter).toMatchObject({ flow: 'petition' })
})

test('the next page begins where the last one ended', async () => {
  const { backend, inbox, ids } = open()
  backend.answers.listMatters = ({ after }) =>
    after === 'key-1'
      ? { items: [givenMatter(2, { dueAt: minutesFromNow(120) })], next: null }
      : { items: [givenMatter(1)], next: 'key-1' }
  await inbox.load()
  await inbox.loadMore()
  expect(ids()).toEqual([idOf(1), idOf(2)])
  expect(backend.callsOf('listMatters').map(({ body }) => body.after)).toEqual([undefined, 'key-1'])
})
