import { App, Button, Segmented, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { sayExactly } from '../clock/sayTime'
import { useConsole } from '../console/ConsoleContext'
import { PageTrouble } from '../console/PageTrouble'
import { hrefOf } from '../console/route'
import { ExportButtons } from '../exports/ExportButtons'
import { FiguresFilters } from '../figures/FiguresFilters'
import { spanOf } from '../figures/spanOf'
import { useFigures, type FiguresQuery } from '../figures/useFigures'
import { saveReport } from '../report/saveReport'
import type { HubPost } from '../session/findHubPost'
import { BoardCharts } from './BoardCharts'
import { BoardTotals } from './BoardTotals'
import { CountedDrawer } from './CountedDrawer'
import { PartsTable } from './PartsTable'
import { SilentPlaces } from './SilentPlaces'
import { useBoard, type Board, type BoardQuery, type Drill } from './useBoard'
import '../figures/figures.css'
import './board.css'

const USUAL_FLOW = 'incident'
const parts = [
  { value: 'area', label: '按地方' },
  { value: 'kind', label: '按类别' },
  { value: 'department', label: '按部门' },
] as const

/** 看板: the numbers of one system, what they are made of, and the matters behind them. No number is of a person. */
export function BoardPage({ post }: { post: HubPost }) {
  const { now } = useConsole()
  const [query, setQuery] = useState<BoardQuery>(() => ({
    ...{ areaCode: post.area.code, flow: USUAL_FLOW, by: 'area' as const },
    ...spanOf('last30', now()),
  }))
  const { board, problem, reading, read } = useBoard(query)
  const change = (part: Partial<BoardQuery>) => setQuery((before) => ({ ...before, ...part }))
  return (
    <main className="page board" data-testid="board" aria-busy={reading}>
      <header className="figures-heading">
        <h2>看板</h2>
        <a href={hrefOf({ page: 'wall' })} data-testid="wall-open">
          打开大屏
        </a>
      </header>
      <FiguresFilters homeArea={post.area} query={query} onChange={change} />
      <div className="board-choices">
        <FlowChoice query={query} onChange={(flow) => change({ flow })} />
        <Segmented
          value={query.by}
          onChange={(by) => change({ by })}
          options={[...parts]}
          aria-label="怎么分"
          data-testid="board-by"
        />
        <Button onClick={() => void read()}>刷新</Button>
        {board && <TakeOut board={board} query={query} />}
      </div>
      <PageTrouble problem={problem} onRetry={() => void read()} />
      {!board && problem === undefined && <Skeleton active />}
      {board && <Numbers board={board} query={query} />}
    </main>
  )
}

/** As a report on paper, or as the list of its matters. */
function TakeOut({ board, query: { areaCode, from, until, flow } }: NumbersProps) {
  const { message } = App.useApp()
  const save = () => saveReport(board).catch(() => message.error('报告没有做出来，请再试一次'))
  const count = board.total.counts.find(({ name }) => name === 'reported')?.count ?? 0
  return (
    <>
      <Button onClick={() => void save()} disabled={count === 0} data-testid="report-save">
        {'周报/月报（Word）'}
      </Button>
      <ExportButtons asked={{ areaCode, from, until, flow }} count={count} />
    </>
  )
}

type NumbersProps = { readonly board: Board; readonly query: BoardQuery }

function Numbers({ board, query }: NumbersProps) {
  const [drill, setDrill] = useState<Drill>()
  const { area, from, until, cutOff, rounding } = board
  return (
    <>
      <p className="figures-how" role="status" data-testid="board-how">
        {area.name}，{from} 到 {until} 收到的{board.total.title}，截至{' '}
        {sayExactly(Date.parse(cutOff))}。比率{rounding}
        ；按时、超期按次算，其余按件算。点数字看是哪些事。不统计个人，不排名。
      </p>
      <BoardTotals figures={board.total} onOpen={setDrill} />
      <PartsTable board={board} onOpen={setDrill} />
      <BoardCharts board={board} />
      <SilentPlaces board={board} />
      <CountedDrawer query={query} drill={drill} onClose={() => setDrill(undefined)} />
    </>
  )
}

type ChoiceProps = {
  readonly query: FiguresQuery & { readonly flow: string }
  readonly onChange: (flow: string) => void
}

/** Those that have numbers there and then, and the one that is chosen. */
function FlowChoice({ query, onChange }: ChoiceProps) {
  const id = useId()
  const { figures } = useFigures(query)
  const known = (figures?.flows ?? []).map(({ flow, title }) => ({ flow, title }))
  const chosen = known.some(({ flow }) => flow === query.flow)
  const flows = chosen ? known : [{ flow: query.flow, title: '事件' }, ...known]
  return (
    <div className="figures-field">
      <label htmlFor={id}>哪类事</label>
      <select
        id={id}
        className="native-select"
        value={query.flow}
        onChange={(event) => onChange(event.target.value)}
        data-testid="board-flow"
      >
        {flows.map(({ flow, title }) => (
          <option key={flow} value={flow}>
            {title}
          </option>
        ))}
      </select>
    </div>
  )
}
