import { Tabs } from '../../components/Tabs'
import type { ListName } from '../../stores/lists'
import { say } from '../../words/say'

const BOXES = ['mine', 'pool', 'done', 'reports'] as const satisfies readonly ListName[]

export function BoxTabs({ box, onChoose }: { box: ListName; onChoose: (box: ListName) => void }) {
  const tabs = BOXES.map((name: ListName) => ({
    name,
    id: `box-${name}`,
    label: say.matters.boxes[name],
  }))
  return <Tabs tabs={tabs} chosen={box} onChoose={onChoose} />
}
