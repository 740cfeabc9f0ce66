import type { Page } from 'playwright-core'

/** Pictures with more pixels than twice their width and height on the screen, which an old phone has to hold for nothing. */
export function heavyPictures(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // The bar below is WeChat's own, and so is the size of its pictures.
    const shown = [...document.querySelectorAll<HTMLImageElement>('.screen img')].filter((one) =>
      one.checkVisibility(),
    )
    await Promise.all(shown.map((one) => one.decode().catch(() => undefined)))
    return shown.flatMap((one) => {
      const { naturalWidth: width, naturalHeight: height, clientWidth, clientHeight } = one
      const most = 2 * clientWidth * (2 * clientHeight)
      // A drawing made of lines has no pixels to hold.
      if (one.src.includes('svg+xml') || width * height <= most) return []
      return [`${width} × ${height} shown as ${clientWidth} × ${clientHeight}: ${one.alt}`]
    })
  })
}
