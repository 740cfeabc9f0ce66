import { isSensitive } from '../kind/kind'
import type { Matter } from '../matter/matter'
import type { MatterEvent, MatterMoved } from '../matter/matterEvent'
import type { FlowTable } from './flowTable'
import { getStatus } from './getStatus'
import type { Listener } from './listener'
import { marksOf } from './timeAfter'

/** One thing to tell, to one kind of listener. Nothing of what was reported is in it: it is read on a locked screen. */
export type Told = {
  readonly to: Listener
  readonly title: string
  readonly words: string
  readonly level: 'note' | 'yellow' | 'red'
}

/** Whom a step tells what: the table says who, the words say what happened. */
export function noticesOf(
  flow: FlowTable,
  matter: Matter,
  events: readonly MatterEvent[],
): readonly Told[] {
  return events.flatMap((event): Told[] => {
    if (event.type === 'MatterReported') return toldOfReport(flow)
    if (event.type === 'MatterMoved') return toldOfMove(flow, matter, event)
    if (event.type === 'ReporterTold') return toldByDesk(flow, matter, event.said)
    if (event.type === 'RowOverdue') return toldOfRow(flow, matter, event)
    if ('share' in event && event.share !== undefined)
      return toldOfMark(flow, event.status, event.share)
    return []
  })
}

/** The township's hub sees every report in its inbox; to tell it once more would be noise. */
function toldOfReport(flow: FlowTable): Told[] {
  const title = `${flow.title} · ${getStatus(flow, flow.initial).title}`
  return flow.report.tells
    .filter((to) => to !== 'hub')
    .map((to) => ({ to, title, words: flow.report.title, level: 'note' }))
}

function toldOfMove(flow: FlowTable, { sensitivity }: Matter, moved: MatterMoved): Told[] {
  const row = flow.statuses[moved.from]?.actions[moved.action]
  const { title } = getStatus(flow, moved.to)
  const words = row?.title ?? title
  return (row?.tells ?? []).map((to) => ({
    to,
    title: `${flow.title} · ${title}`,
    // Only the reporter reads what was said to the reporter, and of S2 and S3 only by opening it.
    words:
      to === 'reporter' && moved.said !== undefined && !isSensitive(sensitivity)
        ? `${words}：${moved.said}`
        : words,
    level: 'note',
  }))
}

/** In the words of the desk; of S2 and S3 only that there are some. */
function toldByDesk(flow: FlowTable, { status, sensitivity }: Matter, said: string): Told[] {
  const title = `${flow.title} · ${getStatus(flow, status).title}`
  const words = isSensitive(sensitivity) ? '镇里有话告诉您，请打开看' : `镇里告诉您：${said}`
  return [{ to: 'reporter', title, words, level: 'note' }]
}

function toldOfRow(
  flow: FlowTable,
  matter: Matter,
  { list, key }: { readonly list: string; readonly key: string },
): Told[] {
  const row = matter.lists?.[list]?.find((one) => one.key === key)
  const title = `${flow.title} · ${getStatus(flow, matter.status).title}`
  const named = row && !isSensitive(matter.sensitivity) ? `“${row.title}”` : '清单上有一项'
  const words = `${named}到期还没有办`
  return (['assignee', 'inCharge'] as const).map((to) => ({ to, title, words, level: 'yellow' }))
}

function toldOfMark(flow: FlowTable, statusName: string, share: number): Told[] {
  const status = getStatus(flow, statusName)
  const mark = marksOf(status).find((one) => one.share === share)
  const title = `${flow.title} · ${status.title}`
  const said = mark?.words === undefined ? markWords(share) : ownWords(mark.words, share)
  return (mark?.tells ?? []).map((to) => ({ to, title, ...said }))
}

function ownWords(words: string, share: number): Pick<Told, 'words' | 'level'> {
  return { words, level: share < 1 ? 'yellow' : 'red' }
}

function markWords(share: number): Pick<Told, 'words' | 'level'> {
  if (share > 1) return { words: '超过期限很久了，已告诉县里', level: 'red' }
  if (share === 1) return { words: '已超过期限', level: 'red' }
  return share >= 0.8
    ? { words: '快到期限了', level: 'yellow' }
    : { words: '时间已用去一半', level: 'note' }
}
