import { photoRules, videoRules, voiceRules } from '@domain/photo/photoRules'
import {
  createPhoneMemory,
  createWeappHost,
  weappDist,
  type Phone,
  type WeappHost,
} from '../../support/weappHost'
import { createCompiledApi, signedInStorage } from '../support/compiledApi'

const sound = Uint8Array.from({ length: 40_000 }, (_, i) => (i * 11) % 256)

type World = { api: ReturnType<typeof createCompiledApi>; host: WeappHost }

async function writeReport(phone: Partial<Phone>, api = createCompiledApi()): Promise<World> {
  const memory = { ...createPhoneMemory(), storage: signedInStorage() }
  const host = createWeappHost(weappDist, { memory, network: api.network, phone })
  await host.openFirstPage()
  await host.page.tap('#home-write')
  await host.until(() => host.page.route.includes('report') && host.page.find('#kind-0603'))
  await host.until(
    () => host.page.text().includes('宝珠村 第3网格') || host.page.text().includes('已定位'),
  )
  await host.page.tap('#kind-0603')
  return { api, host }
}

async function send({ api, host }: World): Promise<Record<string, string[]>> {
  await host.page.tap('#report-send')
  await host.until(() => host.page.route.includes('sent'))
  await host.until(() =>
    [...api.township.files.values()].every(({ contents, bytes }) => contents.length === bytes),
  )
  await host.quiet()
  expect(api.township.broken).toEqual([])
  expect(host.errors).toEqual([])
  const [command] = [...api.township.commands.values()]
  return (JSON.parse(command ?? '{}') as { body: Record<string, string[]> }).body
}

function contentsOf({ api }: World, fileId: string | undefined): Uint8Array {
  return Uint8Array.from(api.township.files.get(fileId ?? '')?.contents ?? [])
}

test('what is said instead of written reaches the township byte for byte', async () => {
  const world = await writeReport({ photos: [], spoken: { bytes: sound, ms: 12_300 } })
  const { host } = world
  await host.page.tap('#voice-start')
  await host.until(() => host.page.find('#voice-stop'))
  expect(host.callsOf('startRecord')[0]?.options).toMatchObject({
    format: 'mp3',
    duration: voiceRules.secondsMax * 1000,
  })
  await host.page.tap('#voice-stop')
  await host.until(() => host.page.text('#voice-play-1') === '语音 12 秒，听一下')
  await host.page.tap('#voice-play-1')
  await host.until(() => host.callsOf('playSound').length === 1)

  const body = await send(world)
  expect(body.fileIds).toEqual([])
  expect(body.voiceIds).toHaveLength(1)
  expect(contentsOf(world, body.voiceIds?.[0])).toEqual(sound)
  await host.close()
})

test('whoever only touched the button is told that nothing was heard, and can go on', async () => {
  const { host } = await writeReport({ photos: [], spoken: { bytes: sound, ms: 300 } })
  await host.page.tap('#voice-start')
  await host.until(() => host.page.find('#voice-stop'))
  await host.page.tap('#voice-stop')
  await host.until(() => host.page.find('#voice-start'))
  expect(host.callsOf('showToast').at(-1)?.options.title).toBe('没有听到，请再说一次，或写下来。')
  expect(host.page.find('#voice-play-1')).toBeUndefined()
  await host.close()
})

test('without the microphone the way to the permission is shown, and the report still goes', async () => {
  const world = await writeReport({ photos: [], permissions: { 'scope.record': false } })
  const { host } = world
  await host.page.tap('#voice-start')
  await host.until(() => host.callsOf('openSetting').length === 1)
  expect(host.page.find('#voice-stop')).toBeUndefined()
  expect((await send(world)).voiceIds).toBeUndefined()
  await host.close()
})

test('a voice can be taken out again, and no more than three are taken in', async () => {
  const world = await writeReport({ photos: [], spoken: { bytes: sound, ms: 2_000 } })
  const { host } = world
  for (let n = 1; n <= voiceRules.voicesPerReportMax; n++) {
    await host.page.tap('#voice-start')
    await host.until(() => host.page.find('#voice-stop'))
    await host.page.tap('#voice-stop')
    await host.until(() => host.page.find(`#voice-play-${n}`))
  }
  expect(host.page.find('#voice-start')).toBeUndefined()
  await host.page.tap('#voice-remove-2')
  await host.until(() => host.page.find('#voice-start'))
  expect((await send(world)).voiceIds).toHaveLength(2)
  await host.close()
})

test('a short film goes with the photos; one too large to be sent is refused at once', async () => {
  const film = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 13) % 256)
  const phone: Partial<Phone> = { photos: [], film: { bytes: film, ms: 8_000 } }
  const world = await writeReport(phone)
  const { host } = world
  await host.page.tap('#photo-film')
  await host.until(() => host.page.text().includes('录像 8 秒'))
  const [asked] = host.callsOf('chooseMedia').slice(-1)
  expect(asked?.options.maxDuration).toBe(videoRules.secondsMax)

  host.phone.film = { bytes: new Uint8Array(photoRules.photoBytesMax + 1), ms: 600_000 }
  await host.page.tap('#photo-film')
  await host.until(() => host.callsOf('showToast').length > 0)
  expect(host.callsOf('showToast').at(-1)?.options.title).toContain('录像太大了')

  const body = await send(world)
  expect(body.fileIds).toHaveLength(1)
  expect(contentsOf(world, body.fileIds?.[0])).toEqual(film)
  await host.close()
})
