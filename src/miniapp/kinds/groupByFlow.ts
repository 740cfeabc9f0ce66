import type { KindView } from '@contract/views'

export type FlowGroup = {
  readonly flow: string
  readonly title: string
  readonly purpose: string
  readonly icon: string
  readonly kinds: readonly KindView[]
}

/** What somebody may begin, by what it is for; what has few kinds is found at a glance and stands first. */
export function groupByFlow(kinds: readonly KindView[]): FlowGroup[] {
  const open = kinds.filter(({ mayReport }) => mayReport)
  const flows = [...new Set(open.map(({ flow }) => flow))]
  return flows
    .map((flow) =>
      groupOf(
        flow,
        open.filter((kind) => kind.flow === flow),
      ),
    )
    .sort((one, other) => one.kinds.length - other.kinds.length)
}

function groupOf(flow: string, kinds: readonly KindView[]): FlowGroup {
  const [first] = kinds
  const { flowTitle = '', purpose = '', icon = '' } = first ?? {}
  return { flow, title: flowTitle, purpose, icon, kinds }
}
