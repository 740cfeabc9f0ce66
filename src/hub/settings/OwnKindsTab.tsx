import { Button, Switch } from 'antd'
import { useState } from 'react'
import { ChooseList } from './ChooseList'
import type { OwnKind, Settings } from './editSettings'
import { KindFields } from './KindFields'
import { ProblemsHere, SettingsField } from './SettingsField'
import type { KindToSet } from './useCountySettings'

type Props = {
  readonly kinds: readonly KindToSet[]
  readonly settings: Settings
  readonly onEdit: (settings: Settings) => void
}

/** 自己的类别: numbered by category and 91 to 99, so that no later list of the product takes the number. */
export function OwnKindsTab({ kinds, settings, onEdit }: Props) {
  const { ownKinds } = settings
  const [chosen, setChosen] = useState(0)
  const own = ownKinds[chosen]
  const give = (next: OwnKind[]) => onEdit({ ...settings, ownKinds: next })
  return (
    <div className="set-panes">
      <div>
        <ChooseList
          title="自己的类别"
          items={ownKinds.map(({ code, name, off }, index) => ({
            key: String(index),
            title: `${code} ${name || '新类别'}`,
            path: `ownKinds.${index}`,
            mark: off ? '停用' : '',
          }))}
          chosen={String(chosen)}
          onChoose={(key) => setChosen(Number(key))}
        />
        <Button
          onClick={() => {
            give([...ownKinds, newKind(kinds, ownKinds)])
            setChosen(ownKinds.length)
          }}
          data-testid="add-kind"
        >
          加一个类别
        </Button>
      </div>
      {own && (
        <OwnKindEditor
          key={chosen}
          own={own}
          path={`ownKinds.${chosen}`}
          kinds={kinds}
          onChange={(next) => give(ownKinds.map((one, at) => (at === chosen ? next : one)))}
          onRemove={() => give(ownKinds.filter((_, at) => at !== chosen))}
        />
      )}
    </div>
  )
}

type EditorProps = {
  readonly own: OwnKind
  readonly path: string
  readonly kinds: readonly KindToSet[]
  readonly onChange: (own: OwnKind) => void
  readonly onRemove: () => void
}

function OwnKindEditor({ own, path, kinds, onChange, onRemove }: EditorProps) {
  const said = (change: object) =>
    Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const category = kinds.find((kind) => kind.category === own.code.slice(0, 2))
  return (
    <div className="set-editor" data-testid="own-kind-editor">
      <header>
        <h3>
          {own.code} {own.name || '新类别'}
        </h3>
        <Switch
          checked={!own.off}
          checkedChildren="在用"
          unCheckedChildren="停用"
          aria-label="在用"
          onChange={(on) => {
            const { off: _off, ...rest } = own
            onChange(on ? rest : { ...rest, off: true })
          }}
        />
      </header>
      <p className="quiet">{category ? `属于“${category.categoryName}”` : '没有这个大类'}</p>
      <ProblemsHere path={path} />
      <SettingsField title="编号（大类加 91 到 99）" path={`${path}.code`}>
        {(id, describedBy) => (
          <input
            id={id}
            value={own.code}
            inputMode="numeric"
            aria-describedby={describedBy}
            onChange={({ target }) => onChange({ ...own, code: target.value.trim() })}
          />
        )}
      </SettingsField>
      <KindFields
        path={path}
        value={own}
        onChange={(change) => onChange({ ...own, ...said(change) })}
      />
      <Button onClick={onRemove}>不要这个类别</Button>
      <p className="quiet">已经报上来的要留着这个类别时，请停用，不要删掉。</p>
    </div>
  )
}

function newKind(kinds: readonly KindToSet[], own: readonly OwnKind[]): OwnKind {
  const category = kinds[0]?.category ?? '01'
  const taken = new Set(own.map(({ code }) => code))
  const codes = [...Array(9).keys()].map((serial) => `${category}9${serial + 1}`)
  return {
    code: codes.find((code) => !taken.has(code)) ?? '',
    name: '',
    urgency: 'U3',
    accept: { hours: 4, clock: 'working' },
    handle: { hours: 40, clock: 'working' },
    basePoints: 0,
    selfClose: false,
    sensitivity: 'S1',
    owner: '镇综治中心',
  }
}
