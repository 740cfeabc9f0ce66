import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use, type ECharts, type EChartsCoreOption } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([
  BarChart,
  LineChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  AriaComponent,
  CanvasRenderer,
])

/** The one file that loads the drawing of charts: only what these charts need, and only once one is shown. */
export function drawChart(element: HTMLElement, option: EChartsCoreOption): ECharts {
  const chart = init(element)
  chart.setOption(option)
  return chart
}

/** The same chart as a picture, for a report on paper: twice as fine as the screen. */
export function pictureOfChart(option: EChartsCoreOption, width: number, height: number): string {
  const element = document.createElement('div')
  const chart = init(element, null, { width, height })
  chart.setOption(option)
  const picture = chart.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: '#fff' })
  chart.dispose()
  return picture
}
