import { Switch } from 'antd'
import { useState } from 'react'
import { AddedFields } from './AddedFields'
import { ChooseList } from './ChooseList'
import { editFlow, type Settings } from './editSettings'
import { LimitsEditor } from './LimitsEditor'
import { ProblemsHere } from './SettingsField'
import type { FlowToSet } from './useCountySettings'

type Props = {
  readonly flows: readonly FlowToSet[]
  readonly settings: Settings
  readonly onEdit: (settings: Settings) => void
}

/** 流程: which the county runs, how long each step may take, and what its forms ask besides. */
export function FlowsTab({ flows, settings, onEdit }: Props) {
  const [chosen, setChosen] = useState(flows[0]?.flow)
  const flow = flows.find((one) => one.flow === chosen)
  return (
    <div className="set-panes">
      <ChooseList
        title="流程"
        items={flows.map(({ flow: key, title }) => ({
          key,
          title,
          path: `flows.${key}`,
          mark: markOf(settings.flows[key]),
        }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      {flow && <FlowEditor key={flow.flow} flow={flow} settings={settings} onEdit={onEdit} />}
    </div>
  )
}

function markOf(set: Settings['flows'][string] | undefined): string {
  if (!set) return ''
  return set.off ? '停办' : '改过'
}

type EditorProps = Omit<Props, 'flows'> & { readonly flow: FlowToSet }

function FlowEditor({ flow, settings, onEdit }: EditorProps) {
  const { flow: name, title, purpose } = flow
  const off = settings.flows[name]?.off ?? false
  return (
    <div className="set-editor" data-testid="flow-editor">
      <header>
        <h3>{title}</h3>
        <Switch
          checked={!off}
          checkedChildren="开办"
          unCheckedChildren="停办"
          aria-label={`${title}：开办`}
          onChange={(on) => onEdit(editFlow(settings, name, { off: on ? undefined : true }))}
          data-testid="flow-on"
        />
      </header>
      <p className="quiet">{purpose}</p>
      {off && <p className="needs-you">停办以后不能再上报这一项；已经开着的照常办完。</p>}
      <ProblemsHere path={`flows.${name}`} />
      <LimitsEditor flow={flow} settings={settings} onEdit={onEdit} />
      <AddedFields flow={flow} settings={settings} onEdit={onEdit} />
    </div>
  )
}
