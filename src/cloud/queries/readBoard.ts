import { areaLevels, type AreaCode } from '@domain/area/areaCode'
import type { Tally } from '@domain/figures/figuresOf'
import { ROUNDING_RULE } from '@domain/figures/rate'
import { hotSpots, silentAreas } from '@domain/figures/silentAreas'
import { spreadOf } from '@domain/figures/spreadOf'
import type { FlowTable } from '@domain/flow/flowTable'
import { isRefusal } from '@domain/shared/refusal'
import { HOT_SPOTS_MAX, SILENT_MAX, type BoardPart } from '@contract/api/readBoard'
import type { RequestOf, ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { Context } from '../context'
import type { Handler } from '../handler'
import { readAreaParts, readDays, readSlices, type PartRow } from '../store/boardStore'
import { readFigureRows } from '../store/figureStore'
import { drawFigures } from './drawFigures'
import { findBoardFlow, refuseFigures } from './figureSpan'
import { isoTime } from './isoTime'
import { trendOf } from './trendOf'

type Request = RequestOf<Operations['readBoard']>
type Board = ResponseOf<Operations['readBoard']>

/** 看板, from sums alone: what it costs grows neither with the matters nor with their histories. */
export const readBoard: Handler<'readBoard'> = async (context, actor, request) => {
  const refused = refuseFigures(context, actor, request)
  if (refused) return refused
  const flow = findBoardFlow(context, request.flow)
  if (isRefusal(flow)) return flow
  const { areaCode, from, until, by } = request
  const cutOff = isoTime(context.now())
  const total = await readTotal(context, request)
  return {
    area: { code: areaCode, name: context.reference.areaName(areaCode) },
    from,
    until,
    cutOff,
    rounding: ROUNDING_RULE,
    total: drawFigures(flow, total, cutOff),
    by,
    parts: drawParts(context, flow, await readParts(context, request), { request, cutOff }),
    trend: trendOf(await readDays(context.database, context.countyId, request), request),
    spread: spreadOf(total),
    ...(await readPlaces(context, request)),
  }
}

async function readTotal({ database, countyId }: Context, request: Request): Promise<Tally> {
  const rows = await readFigureRows(database, countyId, request)
  const own = rows.filter(({ flow }) => flow === request.flow)
  return new Map(own.map(({ figure, count }) => [figure, count]))
}

async function readParts(context: Context, request: Request): Promise<PartRow[]> {
  const { database, countyId, reference } = context
  const { areaCode, by } = request
  if (by !== 'area')
    return readSlices(database, countyId, request, { slice: by, areas: [areaCode] })
  if (areaCode.length === areaLevels.village)
    return readSlices(database, countyId, request, { slice: 'grid', areas: [areaCode] })
  const below = reference.areas(areaCode).map(({ code }) => code)
  return readAreaParts(database, countyId, request, { areas: below })
}

type Drawing = { readonly request: Request; readonly cutOff: string }

function drawParts(
  context: Context,
  flow: FlowTable,
  rows: readonly PartRow[],
  { request: { areaCode, by }, cutOff }: Drawing,
): Board['parts'] {
  return [...talliesOf(rows)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, tally]) => {
      const figures = drawFigures(flow, tally, cutOff)
      return { key, name: nameOf(context, by, key), figures: ofPart(figures, by, areaCode) }
    })
}

function talliesOf(rows: readonly PartRow[]): Map<string, Map<string, number>> {
  const tallies = new Map<string, Map<string, number>>()
  for (const { key, figure, count } of rows) {
    const tally = tallies.get(key) ?? new Map<string, number>()
    tallies.set(key, tally.set(figure, count))
  }
  return tallies
}

/** A grid is one worker: how much there was is said of it, how fast and how well is not. */
function ofPart(figures: Board['total'], by: BoardPart, areaCode: AreaCode): Board['total'] {
  if (by !== 'area' || areaCode.length < areaLevels.village) return figures
  const plain = new Set(['reported', 'open', 'ended', 'endedOtherwise'])
  return {
    ...figures,
    counts: figures.counts.filter(({ name }) => plain.has(name)),
    rates: [],
    hours: { count: 0, within: figures.hours.within },
  }
}

function nameOf({ reference }: Context, by: BoardPart, key: string): string {
  if (by === 'kind') return reference.kindView(key)?.name ?? key
  if (by === 'department') return reference.findDepartment(key)?.name ?? key
  return reference.areaName(key)
}

/** Villages of a county; grids of a township or a village. */
async function readPlaces(
  context: Context,
  request: Request,
): Promise<Pick<Board, 'hotSpots' | 'silent'>> {
  const { reference } = context
  const villages = villagesOf(context, request.areaCode)
  const ofGrids = request.areaCode.length > areaLevels.county
  const places = ofGrids ? reference.grids(request.areaCode).map(({ view }) => view.code) : villages
  const received = await readReceived(context, request, { ofGrids, villages })
  const named = (code: AreaCode) => ({ code, name: reference.areaName(code) })
  const silent = silentAreas([...places].sort(), received)
  return {
    hotSpots: hotSpots(received, HOT_SPOTS_MAX).map(({ areaCode, count }) => ({
      area: named(areaCode),
      count,
    })),
    silent: {
      of: places.length,
      count: silent.length,
      areas: silent.slice(0, SILENT_MAX).map(named),
    },
  }
}

function villagesOf({ reference }: Context, areaCode: AreaCode): AreaCode[] {
  if (areaCode.length === areaLevels.village) return [areaCode]
  const below = reference.areas(areaCode).map(({ code }) => code)
  if (areaCode.length === areaLevels.township) return below
  return below.flatMap((township) => reference.areas(township).map(({ code }) => code))
}

type Where = { readonly ofGrids: boolean; readonly villages: readonly AreaCode[] }

async function readReceived(
  { database, countyId }: Context,
  request: Request,
  { ofGrids, villages: areas }: Where,
): Promise<Map<AreaCode, number>> {
  const figures = ['reported']
  const rows = ofGrids
    ? await readSlices(database, countyId, request, { slice: 'grid', areas, figures })
    : await readAreaParts(database, countyId, request, { areas, figures })
  return new Map(rows.map(({ key, count }) => [key, count]))
}
