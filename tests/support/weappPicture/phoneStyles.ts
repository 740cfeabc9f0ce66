/** A build's WXSS as CSS for a browser, after a little of what WeChat brings along itself. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import postcss from 'postcss'

const built = `button checkbox checkbox-group form icon image input label map picker picker-view
progress radio radio-group rich-text scroll-view slider swiper swiper-item switch text textarea video
view web-view`.split(/\s+/)

const elementName = new RegExp(`(^|[\\s>+~,(])(${built.join('|')})(?![\\w-])`, 'g')

/** Only what a layout needs; native inputs, switches and maps are drawn as plain boxes. */
const ownStyles = `
body { margin: 0 }
page { display: block; min-height: 100vh; font-size: 16px; box-sizing: border-box }
page:not(:last-of-type) { display: none }
body:has(#title-bar) page { padding-top: 44px }
comp, custom-wrapper, photo-badge { display: contents }
#title-bar, #tab-bar { position: fixed; z-index: 9; left: 0; right: 0; display: flex; align-items: center; justify-content: space-around }
#title-bar { top: 0; height: 44px; font-size: 17px }
#tab-bar { bottom: 0; font-size: 12px; background: #fff }
#tab-bar:not(:empty) { height: 50px; border-top: 1px solid #ddd }
wx-view, wx-form, wx-scroll-view, wx-picker, wx-label, wx-swiper, wx-swiper-item, wx-checkbox-group, wx-radio-group, wx-rich-text, wx-progress, wx-slider { display: block }
wx-scroll-view, wx-swiper { overflow: auto }
wx-text { white-space: pre-line }
wx-button { display: block; position: relative; margin: 0 auto; padding: 0 14px; box-sizing: border-box; font-size: 18px; text-align: center; line-height: 2.55555556; border-radius: 5px; background: #f8f8f8; color: #000; overflow: hidden }
wx-button::after { content: ''; position: absolute; top: 0; left: 0; width: 200%; height: 200%; box-sizing: border-box; border: 1px solid rgba(0, 0, 0, .2); border-radius: 10px; transform: scale(.5); transform-origin: 0 0 }
wx-button[type=primary] { background: #07c160; color: #fff }
wx-button[type=warn] { background: #e64340; color: #fff }
wx-button[disabled] { opacity: .4 }
wx-input { display: block; height: 1.4em; min-height: 1.4em; overflow: hidden }
wx-textarea { display: block; width: 300px; height: 150px; white-space: pre-wrap }
wx-input::after, wx-textarea::after { content: attr(value) }
wx-input:not([value])::after, wx-textarea:not([value])::after { content: attr(placeholder); color: grey }
wx-image { display: inline-block; width: 320px; height: 240px; background: #ddd; overflow: hidden }
wx-map { display: block; width: 300px; height: 150px; background: #e5ecd9 }
wx-switch { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #dfdfdf }
wx-switch[checked] { background: #07c160 }
wx-checkbox, wx-radio { display: inline-block }
wx-checkbox::before, wx-radio::before { content: ''; display: inline-block; width: 22px; height: 22px; margin-right: 5px; border: 1px solid #d1d1d1; vertical-align: middle; box-sizing: border-box }
wx-radio::before { border-radius: 50% }
wx-checkbox[checked]::before, wx-radio[checked]::before { background: #07c160 }
`

/** Every sheet of the build at once, the app's first; pages here rarely style the same class. */
export function phoneStyles(dist: string, width: number): string {
  const sheets = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.wxss') && existsSync(jsonOf(dist, file)))
    .sort((a, b) => Number(b === 'app.wxss') - Number(a === 'app.wxss'))
  return [ownStyles, ...sheets.map((file) => asCss(dist, file, width))].join('\n')
}

function jsonOf(dist: string, file: string) {
  return path.join(dist, file.replace(/wxss$/, 'json'))
}

function asCss(dist: string, file: string, width: number): string {
  const root = postcss.parse(readFileSync(path.join(dist, file), 'utf8'))
  root.walkAtRules('import', (rule) => {
    const imported = path.join(path.dirname(file), rule.params.replace(/["']/g, ''))
    rule.replaceWith(postcss.parse(asCss(dist, imported, width)))
  })
  root.walkRules((rule) => {
    rule.selector = rule.selector.replace(elementName, '$1wx-$2')
  })
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(
      /(-?[\d.]+)rpx/g,
      (_, size: string) => `${(Number(size) * width) / 750}px`,
    )
  })
  return root.toString()
}
