import { Ecc, QrCode } from '@rc-component/qrcode/es/libs/qrcodegen'

/** Light around it, without which a camera does not find it. */
const QUIET = 4

/** 二维码 as a picture that an <Image> shows: one path of dark squares on white, whatever colours the phone prefers. */
export function drawQr(text: string): string {
  const modules = QrCode.encodeText(text, Ecc.MEDIUM).getModules()
  const size = modules.length + 2 * QUIET
  const dark = modules.flatMap((row, y) =>
    row.flatMap((on, x) => (on ? [`M${x + QUIET} ${y + QUIET}h1v1h-1z`] : [])),
  )
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${dark.join('')}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
