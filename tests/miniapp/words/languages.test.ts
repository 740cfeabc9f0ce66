import { readdirSync } from 'node:fs'
import path from 'node:path'
import { catalogues, say } from '@miniapp/words/say'
import { languageOf, useLanguage } from '@miniapp/words/language'
import { sayDay, sayDue, sayTime } from '@miniapp/words/sayTime'
import { sayProblem } from '@miniapp/words/sayProblem'
import { sayUnfit } from '@miniapp/words/sayUnfit'
import { createFakePlatform } from '../support/fakePlatform'

type Text = { readonly path: string; readonly value: unknown }

/** Every text of a catalogue by its path, such as `home.report`. */
function textsOf(value: unknown, at = ''): Text[] {
  if (typeof value !== 'object' || value === null) return [{ path: at, value }]
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, at ? `${at}.${key}` : key))
}

const han = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u
/** A language is named in itself, so that somebody who took the wrong one finds back. */
const namedInItself = 'me.languages.zh'

const zh = textsOf(catalogues.zh)
const others = Object.entries(catalogues).filter(([language]) => language !== 'zh')

afterEach(() => useLanguage.setState({ language: 'zh' }))

/** What a function says of plausible things; numbers and words in each place. */
function heard(value: unknown): string {
  if (typeof value !== 'function') return String(value)
  const say = value as (...given: unknown[]) => string
  return [0, 1, 2].map((n) => say(...Array.from({ length: say.length }, () => n))).join(' | ')
}

test.each(others)('everything said in Chinese can be said in %s, and nothing else', (_, words) => {
  const paths = (texts: Text[]) => texts.map((text) => text.path).sort()
  expect(paths(textsOf(words))).toEqual(paths(zh))
})

test.each(others)(
  'a sentence with something to fill in takes the same things in %s',
  (_, words) => {
    const shapes = (texts: Text[]) =>
      texts.map((text): [string, string] => [
        text.path,
        typeof text.value === 'function' ? `${text.value.length} things` : typeof text.value,
      ])
    expect(new Map(shapes(textsOf(words)))).toEqual(new Map(shapes(zh)))
  },
)

test.each(others)('in %s nobody meets a Chinese character, nor an empty sentence', (_, words) => {
  const texts = textsOf(words).filter((text) => text.path !== namedInItself)
  expect(texts.filter((text) => han.test(heard(text.value))).map((text) => text.path)).toEqual([])
  const silent = (text: Text) => heard(text.value).trim() === ''
  const empty = (all: Text[]) => all.filter(silent).map((text) => text.path)
  expect(empty(texts).sort()).toEqual(empty(zh).sort())
})

test('an icon of the first steps is the same picture in every language', () => {
  const icons = (words: object) =>
    textsOf(words)
      .filter((text) => text.path.endsWith('.icon'))
      .map((text) => text.value)
  for (const [, words] of others) expect(icons(words.guide)).toEqual(icons(catalogues.zh.guide))
})

test('whoever changes the language hears the next sentence in it', () => {
  const now = Date.parse('2026-11-23T02:00:00Z')
  const inHours = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
  const all = () => [
    say.home.report,
    sayTime(inHours(-24), now).split(' ')[0],
    sayDue(inHours(2), now),
    sayDay('2026-12-24', now),
    sayProblem({ title: '填错了', details: { title: '电话' } }),
    sayUnfit(undefined, { refused: 'x' }),
  ]
  expect(all()).toEqual([
    '拍照上报',
    '昨天',
    '还剩 2 小时',
    '12月24日',
    '填错了：电话',
    '表单变了，请退出来再打开一次',
  ])
  useLanguage.setState({ language: 'en' })
  expect(all()).toEqual([
    'Photo report',
    'yesterday',
    '2 hours left',
    '24 Dec',
    '填错了: 电话',
    'The form has changed. Please go back and open it again',
  ])
})

test('a phone that says zh_CN or zh-TW is spoken to in Chinese, any other in English', () => {
  expect(['zh_CN', 'zh-TW', 'en', 'de-DE'].map(languageOf)).toEqual(['zh', 'zh', 'en', 'en'])
})

const source = path.resolve(__dirname, '../../../src/miniapp')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/(config\.ts|^native|^words|^platform|\/native)/.test(file),
)

test('no file keeps a text from the moment it was loaded, which would stay in the language of that moment', async () => {
  const early: string[] = []
  let loading = ''
  const watched = new Proxy(say, {
    get: (target, part) => {
      if (loading && typeof part === 'string') early.push(`${loading} keeps say.${part}`)
      return Reflect.get(target, part) as unknown
    },
  })
  jest.resetModules()
  jest.doMock('@miniapp/words/say', () => ({ catalogues, say: watched }))
  jest.doMock('@miniapp/platform/platform', createFakePlatform)
  for (const file of files) {
    loading = file
    await import(path.join(source, file))
  }
  loading = ''
  expect(files.length).toBeGreaterThan(100)
  expect(early).toEqual([])
})
