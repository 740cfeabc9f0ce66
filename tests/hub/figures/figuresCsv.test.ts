import { figuresCsv } from '@hub/figures/figuresCsv'
import { givenFigures } from './givenFigures'

const lines = (csv: string) =>
  csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')

test('every rate leaves with both its numbers, its days, its cut-off and its rounding', () => {
  const csv = figuresCsv(givenFigures())
  expect(csv.startsWith('\uFEFF系统,指标,')).toBe(true)
  expect(lines(csv)).toContain(
    '事件,办结率,99.79,25460,25514,办结,收到,西江镇,2026-10-25,2026-11-23,2026-11-23T07:00:00.000Z,四舍五入，保留两位小数',
  )
  expect(lines(csv).find((line) => line.includes('满意率'))).toContain('没有可算的')
  const widths = lines(csv).map((line) => line.split(',').length)
  expect(new Set(widths)).toEqual(new Set([12]))
})

test.each(['=1+1', '+1', '-1', '@A1', '\tx'])(
  'a name like %s is no formula for a spreadsheet',
  (name) => {
    const csv = figuresCsv(givenFigures({ area: { code: '441882118', name } }))
    expect(lines(csv)[1]).toContain(`,'${name},`)
  },
)

test('a name with commas, quotes or line breaks stays one cell', () => {
  const csv = figuresCsv(givenFigures({ area: { code: '441882118', name: 'a,"b"\nc' } }))
  expect(csv).toContain(',"a,""b""\nc",')
})
