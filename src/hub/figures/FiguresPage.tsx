import { PageTrouble } from '../console/PageTrouble'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { sayExactly } from '../clock/sayTime'
import { useConsole } from '../console/ConsoleContext'
import type { HubPost } from '../session/findHubPost'
import { FiguresFilters } from './FiguresFilters'
import { FlowFigures } from './FlowFigures'
import { figuresCsv } from './figuresCsv'
import { spanOf } from './spanOf'
import { useFigures, type Figures, type FiguresQuery } from './useFigures'
import './figures.css'

/** 统计: what became of the matters that came in. No number is of a person. */
export function FiguresPage({ post }: { post: HubPost }) {
  const { now } = useConsole()
  const [query, setQuery] = useState<FiguresQuery>(() => ({
    areaCode: post.area.code,
    ...spanOf('last30', now()),
  }))
  const { figures, problem, reading, read } = useFigures(query)
  return (
    <main className="page" data-testid="figures" aria-busy={reading}>
      <header className="figures-heading">
        <h2>统计</h2>
        <Button
          disabled={!figures || figures.flows.length === 0}
          onClick={() => figures && save(figures)}
          data-testid="figures-export"
        >
          导出表格
        </Button>
      </header>
      <FiguresFilters
        homeArea={post.area}
        query={query}
        onChange={(part) => setQuery((before) => ({ ...before, ...part }))}
      />
      <PageTrouble problem={problem} onRetry={() => void read()} />
      {!figures && problem === undefined && <Skeleton active />}
      {figures && <Numbers figures={figures} />}
    </main>
  )
}

function Numbers({ figures }: { figures: Figures }) {
  const { area, from, until, cutOff, rounding, flows } = figures
  return (
    <>
      <p className="figures-how" role="status" data-testid="figures-how">
        {area.name}，{from} 到 {until} 收到的事，截至 {sayExactly(Date.parse(cutOff))}{' '}
        办得怎么样。比率{rounding}
        ；按时、超期按次算（返工、重办另有期限），其余按件算；其他结束指不受理、撤回、并案等。不统计个人。
      </p>
      {flows.length === 0 && (
        <p className="figures-empty" data-testid="figures-empty">
          这些天这里没有收到事项。换一段时间或换个地方看看。
        </p>
      )}
      {flows.map((view) => (
        <FlowFigures key={view.flow} view={view} />
      ))}
    </>
  )
}

function save(figures: Figures): void {
  const url = URL.createObjectURL(new Blob([figuresCsv(figures)], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `统计-${figures.area.name}-${figures.from}-${figures.until}.csv`
  link.click()
  URL.revokeObjectURL(url)
}
