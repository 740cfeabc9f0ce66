import type { MatterView } from '@contract/views'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { boxBetween, coversSomething, moveBox } from '@hub/photos/boxesOf'
import { makeFakeBackend, noAnswer, refused } from '../support/fakeBackend'
import { givenDetail, givenMatter, idOf, minutesFromNow } from '../support/givenMatter'
import { closeConsole, openConsole, shownRows } from '../support/openConsole'
import { typeInto } from '../support/typeInto'

jest.mock('@hub/map/MapPanel', () => ({ MapPanel: () => null }))
afterEach(closeConsole)

async function openMatter(changes: Partial<MatterView> = {}) {
  const backend = makeFakeBackend()
  const matter = givenMatter(1, changes)
  backend.answers.listMatters = () => ({ items: [matter], next: null })
  backend.answers.getMatter = () => givenDetail(matter)
  await openConsole(backend, `#/matters/${idOf(1)}`)
  await screen.findByTestId('matter')
  return backend
}

const write = (testId: string, value: string) =>
  fireEvent.change(screen.getByTestId(testId), { target: { value } })

describe('several at once', () => {
  async function choose(count: number) {
    const rows = [1, 2, 3].map((serial) => givenMatter(serial))
    const backend = makeFakeBackend()
    backend.answers.listMatters = () => ({ items: rows, next: null })
    backend.answers.getMatter = () => givenDetail(rows[0] ?? givenMatter(1))
    await openConsole(backend)
    await waitFor(() => expect(shownRows()).toHaveLength(3))
    fireEvent.keyDown(document.body, { key: 'l' })
    for (const row of screen.getAllByTestId('inbox-row').slice(0, count)) fireEvent.click(row)
    fireEvent.click(screen.getByTestId('bulk-open'))
    fireEvent.click(await screen.findByTestId('action-sendBack'))
    await screen.findByTestId('action-form')
    typeInto('reason', '照片太暗')
    return backend
  }

  test('one step is filled in once; each is answered by itself and what was refused is listed', async () => {
    const backend = await choose(3)
    backend.answers.actOnMatter = ({ matterId }) =>
      matterId === idOf(2)
        ? refused('matter.taken')
        : { matter: givenMatter(matterId === idOf(1) ? 1 : 3, { version: 2 }) }
    fireEvent.click(screen.getByTestId('action-submit'))
    await screen.findByTestId('bulk-close')
    expect(screen.getByTestId('bulk-result').textContent).toContain('办了 2 件，没办成 1 件')
    expect(screen.getByTestId('bulk-not-done').textContent).toContain('同事已经接手')
    const sent = backend.callsOf('actOnMatter').map(({ body }) => body)
    expect(sent.map(({ matterId }) => matterId)).toEqual([idOf(1), idOf(2), idOf(3)])
    expect(new Set(sent.map(({ commandId }) => commandId)).size).toBe(3)
    expect(sent[0]).toMatchObject({ seenVersion: 1, input: { reason: '照片太暗' } })
  })

  test('one whose answer was lost is sent again as the same command, the others are not', async () => {
    const backend = await choose(2)
    backend.answers.actOnMatter = ({ matterId }) =>
      matterId === idOf(2) ? noAnswer : { matter: givenMatter(1, { version: 2 }) }
    fireEvent.click(screen.getByTestId('action-submit'))
    const again = await screen.findByTestId('bulk-again')
    backend.answers.actOnMatter = () => ({ matter: givenMatter(2, { version: 2 }) })
    fireEvent.click(again)
    await waitFor(() =>
      expect(screen.getByTestId('bulk-result').textContent).toContain('办了 2 件'),
    )
    const sent = backend.callsOf('actOnMatter').map(({ body }) => body)
    expect(sent).toHaveLength(3)
    expect(sent[2]).toEqual(sent[1])
  })
})

test('a filter that was saved asks the inbox as it was asked then', async () => {
  const backend = makeFakeBackend()
  const content = {
    view: 'received',
    statuses: ['handling'],
    areaCode: '441882118215',
    search: '灯',
  }
  backend.answers.listFilters = () => ({
    items: [{ filterId: idOf(7), name: '宝珠的灯', content }],
  })
  await openConsole(backend)
  fireEvent.click(await screen.findByTestId('saved-filter'))
  await waitFor(() =>
    expect(backend.callsOf('listMatters').at(-1)?.body).toMatchObject({
      order: 'received',
      filter: { statuses: ['handling'], areaCode: '441882118215', search: '灯' },
    }),
  )
  expect(screen.getByTestId('drop-filter')).toBeTruthy()
})

test('what the last shift left lies on top until it is signed, and one writes for the next', async () => {
  const backend = makeFakeBackend()
  const note = {
    noteId: idOf(8),
    area: { code: '441882118', name: '西江镇' },
    at: minutesFromNow(-20),
    by: '小王',
    own: false,
    words: '老桥封路，接着盯',
    signatures: [] as { by: string; at: string }[],
    signedByMe: false,
  }
  backend.answers.listShiftNotes = () => ({ items: [note], next: null })
  backend.answers.signShiftNote = () => {
    Object.assign(note, { signedByMe: true, signatures: [{ by: '小陈', at: minutesFromNow(0) }] })
    return { note }
  }
  backend.answers.writeShiftNote = () => ({ note: { ...note, own: true } })
  await openConsole(backend)
  expect((await screen.findByTestId('shift-unread')).textContent).toContain('老桥封路，接着盯')
  fireEvent.click(screen.getByTestId('shift-sign'))
  await waitFor(() => expect(screen.queryByTestId('shift-unread')).toBeNull())
  fireEvent.click(screen.getByTestId('shift-open'))
  expect((await screen.findByTestId('shift-note')).textContent).toContain('小陈 签收')
  write('shift-words', '夜里平安')
  fireEvent.click(screen.getByTestId('shift-write'))
  await waitFor(() => expect(backend.callsOf('writeShiftNote')).toHaveLength(1))
  expect(backend.callsOf('writeShiftNote')[0]?.body).toMatchObject({
    areaCode: '441882118',
    words: '夜里平安',
  })
})

test('a call is written down with whom, where and what came of it', async () => {
  const backend = await openMatter()
  backend.answers.writeDeskEntry = () => ({ entry: {} })
  fireEvent.click(screen.getByTestId('call-open'))
  write('call-callee', '村主任')
  expect(screen.getByTestId<HTMLButtonElement>('desk-entry-submit').disabled).toBe(true)
  write('call-phone', '0763-0001234')
  fireEvent.click(screen.getByTestId('desk-entry-submit'))
  await waitFor(() => expect(backend.callsOf('writeDeskEntry')).toHaveLength(1))
  expect(backend.callsOf('writeDeskEntry')[0]?.body).toMatchObject({
    entry: { kind: 'call', callee: '村主任', phone: '0763-0001234', result: 'answered', words: '' },
  })
})

describe('photos', () => {
  const photo = (serial: number, takenFor: string, more = {}) => ({
    fileId: idOf(serial) as never,
    takenFor,
    state: 'ready' as const,
    url: `https://files/${serial}.jpg`,
    ...more,
  })

  test('before and after lie over each other, and the slider says how much of which', async () => {
    await openMatter({ photos: [photo(11, 'report'), photo(12, 'handle')] })
    fireEvent.click(screen.getByTestId('compare-open'))
    const slider = await screen.findByTestId('compare-slider')
    fireEvent.change(slider, { target: { value: '20' } })
    const before = screen.getByTestId('compare-before')
    expect(before.getAttribute('src')).toBe('https://files/11.jpg')
    expect(before.style.clipPath).toBe('inset(0 80% 0 0)')
  })

  test('a box is added and moved by keys alone, and sent as shares of the picture', async () => {
    const backend = await openMatter({ photos: [photo(11, 'report')] })
    backend.answers.maskPhoto = () => ({ boxes: [] })
    fireEvent.click(screen.getByTestId('mask-open'))
    fireEvent.click(await screen.findByTestId('mask-add'))
    const box = screen.getByTestId('mask-box')
    fireEvent.keyDown(box, { key: 'ArrowRight' })
    fireEvent.keyDown(screen.getByTestId('mask-box'), { key: 'ArrowDown', shiftKey: true })
    fireEvent.click(screen.getByTestId('mask-save'))
    await waitFor(() => expect(backend.callsOf('maskPhoto')).toHaveLength(1))
    const [sent] = backend.callsOf('maskPhoto')[0]?.body.boxes as Record<string, number>[]
    expect(sent?.left).toBeCloseTo(0.41)
    expect(sent?.height).toBeCloseTo(0.21)
    expect(backend.callsOf('openOriginal')).toHaveLength(0)
  })

  test('one that has boxes is opened as it came before it is changed', async () => {
    const backend = await openMatter({ photos: [photo(11, 'report', { masked: true })] })
    const boxes = [{ left: 0, top: 0, width: 0.5, height: 0.5 }]
    backend.answers.openOriginal = () => ({ url: 'https://files/original.jpg', boxes })
    fireEvent.click(screen.getByTestId('mask-open'))
    await screen.findByTestId('mask-box')
    expect(screen.getByTestId('mask-canvas').querySelector('img')?.src).toBe(
      'https://files/original.jpg',
    )
  })

  test('boxes stay inside the picture, whichever way they are drawn', () => {
    const box = boxBetween({ x: 0.9, y: 1.4 }, { x: -0.2, y: 0.5 })
    expect(box).toEqual({ left: 0, top: 0.5, width: 0.9, height: 0.5 })
    expect(coversSomething(boxBetween({ x: 0.5, y: 0.5 }, { x: 0.5, y: 0.5 }))).toBe(false)
    let moved = box
    for (let n = 0; n < 50; n++) moved = moveBox(moved, 'ArrowRight', false)
    expect(moved.left + moved.width).toBeCloseTo(1)
  })
})
