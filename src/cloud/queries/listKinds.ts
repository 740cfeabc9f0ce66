import { holds, type Actor } from '@domain/access/actor'
import type { FlowTable } from '@domain/flow/flowTable'
import { photoRules } from '@domain/photo/photoRules'
import type { KindView, NeedView } from '@contract/views'
import type { FlowBook } from '../flows/flowBook'
import type { Handler } from '../handler'
import type { KindFacts } from '../reference/indexKinds'
import { drawForm } from './drawForm'

/** Every signed-in person may know the kinds of the flows that the county runs. */
export const listKinds: Handler<'listKinds'> = (context, actor) => {
  const items = context.reference.kinds().flatMap((kind) => drawKind(context.flows, kind, actor))
  return Promise.resolve({ items })
}

function drawKind(flows: FlowBook, kind: KindFacts, actor: Actor): KindView[] {
  const flow = flows.named(kind.flow)
  if (!flow) return []
  const { report, title, purpose } = flow
  return [
    {
      ...kind,
      flowTitle: title,
      purpose,
      form: drawForm(report.form),
      ...drawNeeds(flow),
      at: report.at,
      photosMax: report.photosMax ?? photoRules.photosPerMatterMax,
      mayReport: mayReport(flow, kind, actor),
    },
  ]
}

function drawNeeds({ report: { needs } }: FlowTable): Pick<KindView, 'needs'> {
  if (!needs) return {}
  return {
    needs: needs.map(({ field, words, when }) => ({
      field,
      words,
      when: [...when] as NeedView['when'],
    })),
  }
}

function mayReport(flow: FlowTable, { code }: KindFacts, actor: Actor): boolean {
  const own = flow.kinds?.find((kind) => kind.code === code)?.permission
  return holds(actor, own ?? flow.report.permission)
}
