import { act, fireEvent, render, screen } from '@testing-library/react'
import { createFakePlatform, type FakePlatform } from '../support/fakePlatform'
import { freshApp } from '../support/freshApp'
import { gridWorkerWu, officerZeng } from '../support/township'

async function startApp(fake: FakePlatform) {
  freshApp(fake)
  const { default: MePage } = await import('@miniapp/pages/me/index')
  const { default: HomePage } = await import('@miniapp/pages/home/index')
  const { default: GuidePage } = await import('@miniapp/pages/guide/index')
  const { appShown, appHidden } = await import('@miniapp/stores/startApp')
  const { setSession } = await import('@miniapp/stores/session')
  return { MePage, HomePage, GuidePage, appShown, appHidden, setSession }
}

const phoneOf = (person: typeof officerZeng) => {
  const fake = createFakePlatform()
  fake.phone.records.write('session', { status: 'signed-in', token: 't', person })
  return fake
}

const tap = (id: string) => fireEvent.click(document.getElementById(id) as HTMLElement)
const shows = (id: string) => document.getElementById(id) !== null

/** What lies open is closed before the page is opened anew, as WeChat does it. */
async function show(page: JSX.Element) {
  const view = render(page)
  await act(async () => undefined)
  return view
}

test('the app speaks Chinese on a phone that speaks English, until somebody chooses otherwise', async () => {
  const fake = phoneOf(officerZeng)
  fake.world.language = 'en'
  const { MePage, HomePage } = await startApp(fake)
  const me = await show(<MePage />)
  expect(screen.getByText('大字')).toBeTruthy()

  tap('me-language-en')
  expect(fake.opened).toEqual(['restart /pages/me/index'])
  me.unmount()
  await show(<HomePage />)
  expect(screen.getByText('Photo report')).toBeTruthy()
  expect(fake.named).toEqual(expect.arrayContaining(['Home', 'Matters', 'Me']))
})

test('a chosen language is still there after the app was killed, and following WeChat follows it', async () => {
  const fake = phoneOf(officerZeng)
  fake.phone.records.write('settings', { large: true, language: 'en' })
  const first = await startApp(fake)
  const me = await show(<first.MePage />)
  expect(screen.getByText('Large type')).toBeTruthy()
  tap('me-language-follow')
  me.unmount()

  fake.world.language = 'en'
  const second = await startApp(fake)
  await show(<second.MePage />)
  expect(screen.getByText('Large type')).toBeTruthy()
  expect(fake.phone.records.read('settings')).toEqual({ large: true, language: 'follow' })
})

test('going back to Chinese writes the bar at the bottom in Chinese again', async () => {
  const fake = phoneOf(officerZeng)
  fake.phone.records.write('settings', { large: false, language: 'en' })
  const { MePage } = await startApp(fake)
  const me = await show(<MePage />)
  expect(fake.named.slice(-3)).toEqual(['Home', 'Matters', 'Me'])
  tap('me-language-zh')
  me.unmount()
  await show(<MePage />)
  expect(fake.named.slice(-3)).toEqual(['首页', '事项', '我的'])
})

test('whoever enlarges the type in WeChat finds it larger here on coming back', async () => {
  const fake = phoneOf(officerZeng)
  const { MePage, appShown, appHidden } = await startApp(fake)
  await show(<MePage />)
  const size = () => document.querySelector<HTMLElement>('.screen')?.style.getPropertyValue('--u')
  expect(size()).toBe('1px')
  fake.world.fontScale = 1.5
  act(appShown)
  expect(size()).toBe('1.5px')
  tap('me-large')
  expect(size()).toBe('1.75px')
  appHidden()
})

test('the first day begins with four steps, which can be skipped and do not come back', async () => {
  const fake = phoneOf(officerZeng)
  const { HomePage } = await startApp(fake)
  const first = await show(<HomePage />)
  expect(screen.getByText('1/4')).toBeTruthy()
  expect(shows('home-report')).toBe(true)
  tap('guide-skip')
  expect(shows('guide')).toBe(false)
  first.unmount()

  const again = await startApp(fake)
  await show(<again.HomePage />)
  expect(shows('guide')).toBe(false)
})

test('somebody who becomes a grid worker is shown a grid worker’s first steps', async () => {
  const fake = phoneOf(officerZeng)
  fake.phone.records.write('guides-seen', ['officer'])
  const { HomePage, setSession } = await startApp(fake)
  await show(<HomePage />)
  expect(shows('guide')).toBe(false)
  await act(async () => setSession({ status: 'signed-in', token: 't', person: gridWorkerWu }))
  expect(screen.getByText('先看今天')).toBeTruthy()
  for (let step = 0; step < 4; step++) tap('guide-next')
  expect(shows('guide')).toBe(false)
  expect(fake.phone.records.read('guides-seen')).toEqual(['officer', 'worker'])
})

test('the first steps can be read again at any time, and end where one came from', async () => {
  const fake = phoneOf(gridWorkerWu)
  fake.phone.records.write('guides-seen', ['worker'])
  const { MePage, GuidePage } = await startApp(fake)
  const me = await show(<MePage />)
  tap('me-guide')
  expect(fake.opened).toEqual(['/pages/guide/index'])
  me.unmount()
  await show(<GuidePage />)
  tap('guide-skip')
  expect(fake.opened).toEqual(['/pages/guide/index', 'back'])
})
