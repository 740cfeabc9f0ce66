import type { Page } from 'playwright-core'

/** What a screen reader of WeChat would pass over or not call by its name, on the compiled page in front. */
export function unspoken(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const screens = [...document.querySelectorAll<HTMLElement>('.screen')]
    const screen = screens.filter((one) => one.checkVisibility()).pop()
    if (!screen) return ['there is no page']
    const faults: string[] = []
    const name = (one: Element) => `.${one.className} “${(one.textContent ?? '').slice(0, 24)}”`
    for (const one of screen.querySelectorAll('.press, wx-image, wx-input, wx-textarea')) {
      const hidden = one.closest('[aria-hidden=true]')
      const label = one.getAttribute('aria-label')
      if (!hidden && !label) faults.push(`${name(one)} has no words to be read`)
      if (one.matches('.press') && one.getAttribute('aria-role') !== 'button')
        faults.push(`${name(one)} is not called a button`)
    }
    return faults
  })
}
