/**
 * What WeChat's audit and its reviewers find in the files of dist/weapp. What they measure while it runs is measured by
 * tests/miniapp/compiled/audit.test.ts, and what they measure on a screen by tests/journeys/browser/everyPage.test.ts.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const allBytesMax = 2.5 * 1024 * 1024
/** A larger one is not translated for older phones by WeChat's own tools. */
const scriptBytesMax = 500 * 1024
const inlinePictureBytesMax = 10 * 1024
const tabIconBytesMax = 40 * 1024

/** Whoever stands where there is no signal must come from the first page to a report that waits on the phone. */
const neededForReport = [
  'home',
  'report',
  'place',
  'sent',
  'queue',
  'emergency',
  'matter',
  'sign-in',
]
/** What a screen reader says; Taro leaves these out unless config/index.ts puts them in. */
const spoken = ['aria-label', 'aria-role', 'aria-hidden']
const spokenTags = ['view', 'image', 'button', 'input', 'textarea']

type Finding = { readonly rule: string; readonly found: string; readonly good: boolean }
type App = {
  pages: string[]
  lazyCodeLoading?: string
  __usePrivacyCheck__?: boolean
  requiredPrivateInfos?: string[]
  tabBar?: { list: { iconPath?: string; selectedIconPath?: string }[] }
}

const dist = path.resolve(process.argv[2] ?? 'dist/weapp')

main()

function main() {
  if (!existsSync(path.join(dist, 'app.json'))) {
    console.error(`${dist} holds no mini-program. Run \`npm run build:weapp\` first.`)
    process.exit(1)
  }
  const findings = [...sizes(), ...settings(), ...styles(), ...templates()]
  for (const { good, rule, found } of findings)
    console.log(`${good ? '✓' : '✗'} ${rule.padEnd(44)} ${found}`)
  process.exit(findings.every(({ good }) => good) ? 0 : 1)
}

function sizes(): Finding[] {
  const all = uploaded().reduce((sum, file) => sum + bytesOf(file), 0)
  const scripts = uploaded().filter((file) => file.endsWith('.js'))
  const largest = Math.max(...scripts.map(bytesOf))
  const icons = appJson().tabBar?.list.flatMap((tab) => [tab.iconPath, tab.selectedIconPath]) ?? []
  const heaviest = Math.max(0, ...icons.map((icon) => bytesOf(icon ?? '')))
  return [
    atMost('all packages, bytes', all, allBytesMax),
    atMost('the largest script, bytes', largest, scriptBytesMax),
    atMost('the heaviest icon of the tab bar, bytes', heaviest, tabIconBytesMax),
  ]
}

function settings(): Finding[] {
  const {
    pages,
    lazyCodeLoading = 'none',
    __usePrivacyCheck__,
    requiredPrivateInfos = [],
  } = appJson()
  const missing = neededForReport.filter((page) => !pages.includes(`pages/${page}/index`))
  const asked = uploaded()
    .filter((file) => file.endsWith('.js'))
    .some((file) => /\bgetLocation\b/.test(textOf(file)))
  return [
    told(
      'pages a report needs, in the main package',
      missing.join(' ') || 'all there',
      missing.length === 0,
    ),
    told('code loaded only when needed', lazyCodeLoading, lazyCodeLoading === 'requiredComponents'),
    told('the privacy gate is on', String(__usePrivacyCheck__), __usePrivacyCheck__ === true),
    told(
      'the place is declared as used',
      requiredPrivateInfos.join(' '),
      !asked || requiredPrivateInfos.includes('getLocation'),
    ),
  ]
}

function styles(): Finding[] {
  const sheets = uploaded().filter((file) => file.endsWith('.wxss'))
  const active = sheets.filter((file) => /:active\b/.test(textOf(file)))
  const inline = sheets
    .flatMap((file) => [...textOf(file).matchAll(/;base64,([A-Za-z0-9+/=]*)/g)])
    .reduce((sum, [, picture = '']) => sum + picture.length, 0)
  const fixed = sheets.map(textOf).join('\n')
  const bar = /\.bar\{[^}]*\}/.exec(fixed.replace(/\s+/g, ''))?.[0] ?? ''
  return [
    told(
      'no :active in a style sheet (hover-class)',
      active.join(' ') || 'none',
      active.length === 0,
    ),
    atMost('pictures inside style sheets, base64 bytes', inline, inlinePictureBytesMax),
    told(
      'the fixed bar keeps clear of the home bar',
      'safe-area-inset-bottom',
      bar.includes('safe-area-inset-bottom'),
    ),
  ]
}

function templates(): Finding[] {
  const base = textOf('base.wxml')
  return spokenTags.map((tag) => {
    const tags = base.match(new RegExp(`<${tag} [^>]*>`, 'g')) ?? []
    const mute = spoken.filter((name) => !tags.some((one) => one.includes(`${name}="`)))
    return told(
      `<${tag}> can speak to a screen reader`,
      mute.join(' ') || `${tags.length} templates`,
      tags.length > 0 && mute.length === 0,
    )
  })
}

function atMost(rule: string, measured: number, max: number): Finding {
  return { rule, found: `${measured} of ${max}`, good: measured <= max }
}

function told(rule: string, found: string, good: boolean): Finding {
  return { rule, found, good }
}

function appJson(): App {
  return JSON.parse(textOf('app.json')) as App
}

function uploaded(): string[] {
  const beside = /(^|\/)project(\.private)?\.config\.json$|LICENSE\.txt$|\.map$/
  return readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
    (file) => !beside.test(file) && statSync(path.join(dist, file)).isFile(),
  )
}

function bytesOf(file: string): number {
  return statSync(path.join(dist, file)).size
}

function textOf(file: string): string {
  return readFileSync(path.join(dist, file), 'utf8')
}
