import { PageTrouble } from '../console/PageTrouble'
import { App, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { FlowsTab } from './FlowsTab'
import { KindsTab } from './KindsTab'
import { OwnKindsTab } from './OwnKindsTab'
import { SavePanel } from './SavePanel'
import { ProblemsContext } from './SettingsField'
import { useCountySettings, type Reading } from './useCountySettings'
import { useDraft } from './useDraft'
import { VersionList } from './VersionList'
import './settings.css'

/** 流程与类别: what the county has made different from the product, version by version. */
export function SettingsPage() {
  const { reading, problem, read } = useCountySettings()
  return (
    <main className="settings" data-testid="settings">
      <header>
        <h2>流程与类别</h2>
        <p className="quiet">改的是从生效时间起新报的事；已经开着的照开始时的办完。</p>
      </header>
      <PageTrouble problem={problem} onRetry={() => void read()} />
      {!reading && problem === undefined && <Skeleton active />}
      {reading && <Editor reading={reading} read={read} />}
    </main>
  )
}

type Tab = 'flows' | 'kinds' | 'own'
const tabs = [
  { value: 'flows', label: '流程' },
  { value: 'kinds', label: '类别' },
  { value: 'own', label: '自己的类别' },
] as const

type EditorProps = {
  readonly reading: Reading
  readonly read: () => Promise<Reading | undefined>
}

function Editor({ reading, read }: EditorProps) {
  const { message } = App.useApp()
  const [tab, setTab] = useState<Tab>('flows')
  const draft = useDraft(reading, read)
  const part = { settings: draft.content, onEdit: draft.edit }
  return (
    <ProblemsContext.Provider value={draft.problems}>
      <div className="set-scroll">
        <VersionList versions={reading.versions} />
        <Segmented<Tab> value={tab} onChange={setTab} options={[...tabs]} aria-label="改什么" />
        <div className="set-whole" {...(draft.pending ? { inert: '' } : {})}>
          {tab === 'flows' && <FlowsTab flows={reading.flows} {...part} />}
          {tab === 'kinds' && <KindsTab kinds={reading.kinds} {...part} />}
          {tab === 'own' && <OwnKindsTab kinds={reading.kinds} {...part} />}
        </div>
      </div>
      <SavePanel
        draft={draft}
        reading={reading}
        onSaved={() => void message.success('新版本已保存')}
      />
    </ProblemsContext.Provider>
  )
}
