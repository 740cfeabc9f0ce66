import { spreadOption, trendOption } from '../board/chartOptions'
import type { Board } from '../board/useBoard'
import { saveFile } from '../exports/saveExport'
import type { Picture } from './makeDocument'
import { makeReport } from './reportModel'

const WIDTH = 900
const HEIGHT = 360

/** Drawing and Word are loaded now, by whoever wants a report, and by nobody before. */
export async function saveReport(board: Board): Promise<void> {
  const [{ makeDocument }, { pictureOfChart }] = await Promise.all([
    import('./makeDocument'),
    import('../board/drawChart'),
  ])
  const charts = [
    {
      title: board.trend.unit === 'week' ? '每周收到和办结' : '每天收到和办结',
      option: trendOption(board),
    },
    { title: '办结用时分布（件）', option: spreadOption(board) },
  ]
  const pictures: Picture[] = charts.map(({ title, option }) => ({
    title,
    png: bytesOf(pictureOfChart(option, WIDTH, HEIGHT)),
  }))
  const report = makeReport(board)
  saveFile(
    await makeDocument(report, pictures),
    `${report.title}-${board.from}-${board.until}.docx`,
  )
}

function bytesOf(dataUrl: string): Uint8Array {
  return Uint8Array.from(atob(dataUrl.split(',')[1] ?? ''), (letter) => letter.charCodeAt(0))
}
