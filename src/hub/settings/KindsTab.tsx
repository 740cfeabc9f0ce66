import { Switch } from 'antd'
import { useState } from 'react'
import { ChooseList } from './ChooseList'
import { editKind, type Settings } from './editSettings'
import { KindFields } from './KindFields'
import { ProblemsHere } from './SettingsField'
import type { KindToSet } from './useCountySettings'

type Props = {
  readonly kinds: readonly KindToSet[]
  readonly settings: Settings
  readonly onEdit: (settings: Settings) => void
}

/** 类别: urgency, limits, points and who it usually goes to, of each that the product brings. */
export function KindsTab({ kinds, settings, onEdit }: Props) {
  const [chosen, setChosen] = useState(kinds[0]?.code)
  const kind = kinds.find(({ code }) => code === chosen)
  return (
    <div className="set-panes">
      <ChooseList
        title="类别"
        searchable
        items={kinds.map(({ code, name }) => ({
          key: code,
          title: `${code} ${settings.kinds[code]?.name ?? name}`,
          path: `kinds.${code}`,
          mark: markOf(settings.kinds[code]),
        }))}
        chosen={chosen}
        onChoose={setChosen}
      />
      {kind && <KindEditor key={kind.code} kind={kind} settings={settings} onEdit={onEdit} />}
    </div>
  )
}

function markOf(set: Settings['kinds'][string] | undefined): string {
  if (!set) return ''
  return set.off ? '停用' : '改过'
}

type EditorProps = Omit<Props, 'kinds'> & { readonly kind: KindToSet }

function KindEditor({ kind, settings, onEdit }: EditorProps) {
  const { code, name, categoryName } = kind
  const set = settings.kinds[code] ?? {}
  const said = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined))
  const value = { ...kind, ...said } as KindToSet
  return (
    <div className="set-editor" data-testid="kind-editor">
      <header>
        <h3>
          {code} {name}
        </h3>
        <Switch
          checked={!set.off}
          checkedChildren="在用"
          unCheckedChildren="停用"
          aria-label={`${name}：在用`}
          onChange={(on) => onEdit(editKind(settings, code, { off: on ? undefined : true }))}
        />
      </header>
      <p className="quiet">{categoryName}</p>
      <ProblemsHere path={`kinds.${code}`} />
      <KindFields
        path={`kinds.${code}`}
        value={value}
        product={kind}
        onChange={(change) => onEdit(editKind(settings, code, unlessProduct(kind, change)))}
      />
    </div>
  )
}

/** What is the product's again is no longer a difference. */
function unlessProduct(
  kind: KindToSet,
  change: Partial<Settings['kinds'][string]>,
): Partial<Settings['kinds'][string]> {
  const entries = Object.entries(change).map(([name, value]) => {
    const same = JSON.stringify(kind[name as keyof KindToSet]) === JSON.stringify(value)
    return [name, same ? undefined : value] as const
  })
  return Object.fromEntries(entries)
}
