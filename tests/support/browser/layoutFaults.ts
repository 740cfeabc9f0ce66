import type { Page } from 'playwright-core'

export type Sizes = { readonly width: number; readonly height: number; readonly typeScale: number }

/** What an elderly thumb can hit; what WeChat's audit asks for is 20. */
const TARGET_PX = 44

/**
 * What stands wrong on the page in front at this width and this size of type: anything wider than the screen, words
 * that are cut off, words that lie over the edge of their button, and what is too small for a thumb.
 */
export async function layoutFaults(page: Page, sizes: Sizes): Promise<string[]> {
  const { width, height } = sizes
  await page.setViewportSize({ width, height })
  await page.evaluate(setTypeScale, sizes.typeScale)
  const found = await page.evaluate(findFaults, TARGET_PX)
  return [...new Set(found)].map((fault) => `${width} × ${sizes.typeScale}: ${fault}`)
}

/** As the root of every page does it from the phone's own setting. */
function setTypeScale(typeScale: number) {
  for (const screen of document.querySelectorAll<HTMLElement>('.screen'))
    screen.style.setProperty('--u', `${typeScale}px`)
}

function findFaults(targetPx: number): string[] {
  const shown = (one: Element) => one.checkVisibility() && one.getClientRects().length > 0
  const screens = [...document.querySelectorAll<HTMLElement>('.screen')].filter(shown)
  const screen = screens[screens.length - 1]
  if (!screen) return ['there is no page']
  const name = (one: Element) =>
    `${one.id ? `#${one.id}` : `.${one.className}`} “${(one.textContent ?? '').slice(0, 24)}”`
  const inside = [...screen.querySelectorAll<HTMLElement>('*')].filter(shown)
  const width = document.documentElement.clientWidth
  const faults: string[] = []
  if (document.documentElement.scrollWidth > width) faults.push('the page can be pushed sideways')
  for (const one of inside) {
    const box = one.getBoundingClientRect()
    const style = getComputedStyle(one)
    // A picture may be cut on purpose; words may not.
    if (one.matches('img')) continue
    const words = (one.textContent ?? '').trim() !== ''
    const ends = style.textOverflow === 'ellipsis'
    const hides = style.overflowX === 'hidden' && !ends
    if (box.right > width + 1 || box.left < -1)
      faults.push(`${name(one)} reaches out of the screen`)
    if (words && hides && one.scrollWidth > one.clientWidth + 1)
      faults.push(`${name(one)} is cut off at its side`)
    if (words && style.overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 2)
      faults.push(`${name(one)} is cut off below`)
    if (words && one.matches('.press') && one.scrollHeight > one.clientHeight + 2)
      faults.push(`${name(one)} is too low for its words`)
    if (words && one.matches('.press') && one.scrollWidth > one.clientWidth + 2)
      faults.push(`${name(one)} is too narrow for its words`)
    const tapped = one.matches('.press, [role=button], [role=textbox], textarea, input')
    if (
      tapped &&
      !one.closest('.press .press') &&
      (box.width < targetPx || box.height < targetPx)
    ) {
      const holder = one.closest('.input')?.getBoundingClientRect() ?? box
      if (holder.width < targetPx || holder.height < targetPx)
        faults.push(`${name(one)} is ${Math.round(box.width)} × ${Math.round(box.height)}`)
    }
  }
  return faults
}
