import { drawQr } from '@miniapp/qr/drawQr'
import { findFollowCode, followAddress } from '@miniapp/words/followCode'

const code = 'E44188220261123000016-K7WM3-QXD29'

const svgOf = (text: string) => decodeURIComponent(drawQr(text).replace('data:image/svg+xml,', ''))

test('the square is dark on white with room around it, and another text is another square', () => {
  const svg = svgOf(code)
  const [, size] = /viewBox="0 0 (\d+) \1"/.exec(svg) ?? []
  expect(Number(size)).toBeGreaterThan(21 + 8)
  expect(svg).toContain('fill="#fff"')
  // The first finder begins behind the four light columns and rows that a camera needs.
  expect(svg).toContain('M4 4h1v1h-1z')
  expect(svg).not.toMatch(/M[0-3] \d+h1/)
  expect(svgOf(code.replace('K', 'M'))).not.toBe(svg)
})

test('what the square holds leads back to the code', () => {
  expect(followAddress('https://lz.example', code)).toBe(
    `https://lz.example/#/pages/follow/index?code=${code}`,
  )
  for (const held of [code, followAddress('https://lz.example', code), ` ${code}\n`])
    expect(findFollowCode(held)).toBe(code)
  expect(findFollowCode('https://x/?code=%E0%A4%A')).toBe('%E0%A4%A')
  expect(followAddress('', code)).toBe(code)
})
