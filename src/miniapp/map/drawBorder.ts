/** The primary colour of the tokens; a picture in an address cannot read the stylesheet. */
const LINE = '#0B6E4F'

/** Borders as a picture that a stylesheet can lay under the marks: path data in thousandths of the width. */
export function drawBorder(path: string, ratio: number): string {
  const size = `0 0 1000 ${Math.round(1000 * ratio)}`
  const border = `<path d='${path}' fill='${LINE}' fill-opacity='.08' stroke='${LINE}' stroke-width='5' stroke-linejoin='round'/>`
  const picture = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='${size}'>${border}</svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(picture)}")`
}
