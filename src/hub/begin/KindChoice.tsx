import { urgencies } from '@domain/kind/kind'
import type { KindView } from '@contract/views'
import { Input } from 'antd'
import { useId, useState, type KeyboardEvent } from 'react'
import { groupKinds } from './groupKinds'

type Props = {
  readonly kinds: readonly KindView[]
  readonly onChoose: (kind: KindView) => void
}

/** What kind of thing begins: everything in sight under its system, and a search that knows pinyin initials. */
export function KindChoice({ kinds, onChoose }: Props) {
  const id = useId()
  const [search, setSearch] = useState('')
  const groups = groupKinds(kinds, search)
  const takeFirst = (event: KeyboardEvent) => {
    event.preventDefault()
    const first = groups[0]?.kinds[0]
    if (first) onChoose(first)
  }

  return (
    <div className="field">
      <label htmlFor={id} className="field-title">
        要发起什么
      </label>
      <Input
        id={id}
        value={search}
        autoFocus
        placeholder="搜名称、系统或拼音首字母，回车选第一个"
        onChange={(event) => setSearch(event.target.value)}
        onPressEnter={takeFirst}
        allowClear
        data-testid="kind-search"
      />
      <div
        className="owners kinds"
        role="group"
        aria-label="类别"
        tabIndex={-1}
        data-testid="kinds"
      >
        {groups.length === 0 && <p className="quiet">没有找到，换个词试试</p>}
        {groups.map(({ flow, title, purpose, kinds: own }) => (
          <div key={flow} role="group" aria-label={title} data-testid="kind-group" data-flow={flow}>
            <p className="owners-title">
              <b>{title}</b> {purpose}
            </p>
            {own.map((kind) => (
              <KindButton key={kind.code} kind={kind} flowTitle={title} onChoose={onChoose} />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}

type ButtonProps = {
  readonly kind: KindView
  readonly flowTitle: string
  readonly onChoose: (kind: KindView) => void
}

function KindButton({ kind, flowTitle, onChoose }: ButtonProps) {
  const { code, name, categoryName, urgency } = kind
  return (
    <button
      type="button"
      className="owner kind"
      onClick={() => onChoose(kind)}
      data-testid="kind-option"
      data-value={code}
    >
      <b>{name}</b>
      <span className="quiet">
        {categoryName === flowTitle ? '' : `${categoryName} · `}
        {urgencies[urgency].title}
      </span>
    </button>
  )
}
