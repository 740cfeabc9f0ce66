import type { RequestInputOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import type { KindView, MatterView } from '@contract/views'
import { ask, newId, signInAs, type Door } from './door'

export type ReportBody = RequestInputOf<Operations['reportMatter']>

/** What a person who reports in their own village has at hand. */
export type Reporting = {
  readonly token: string
  readonly kind: KindView
  /** A fresh report; the same object sent again is the same report. */
  draft(fields?: Partial<ReportBody>): ReportBody
}

export async function reportingAs(
  door: Door,
  user: 'officer' | 'resident' | 'gridWorker',
): Promise<Reporting> {
  const token = await signInAs(door, user)
  const { person } = await ask(door, 'whoAmI', {}, token)
  const areaCode = person.posts[0]?.area.code ?? ''
  const grids = await ask(door, 'listGrids', { areaCode }, token)
  const kinds = await ask(door, 'listKinds', {}, token)
  const kind = kinds.items.find(
    ({ sensitivity, basePoints }) => sensitivity === 'S0' && basePoints > 0,
  )
  const gridCode = grids.items[0]?.code
  if (!kind || !gridCode) throw new Error(`Nothing to report in ${areaCode}`)
  return { token, kind, draft: (fields) => ({ ...draft(kind.code, gridCode), ...fields }) }
}

function draft(kind: string, gridCode: string): ReportBody {
  return {
    commandId: newId(),
    matterId: newId(),
    kind,
    text: '村口的路灯不亮了',
    gridCode,
    discoveredAt: new Date().toISOString(),
  }
}

export async function report(door: Door, { token, draft }: Reporting): Promise<MatterView> {
  return (await ask(door, 'reportMatter', draft(), token)).matter
}
