import { urgencies, type Urgency } from '@domain/kind/kind'
import type { KindSettings, TimeLimit } from './editSettings'
import { LimitField } from './LimitsEditor'
import { SettingsField } from './SettingsField'

/** What can be set of every kind, the product's and the county's own. */
export type KindValues = {
  readonly name: string
  readonly owner: string
  readonly urgency: Urgency
  readonly basePoints: number
  readonly accept: TimeLimit
  readonly handle: TimeLimit
}

type Props = {
  readonly path: string
  readonly value: KindValues
  /** What it is put back to; of a kind of the county's own there is nothing. */
  readonly product?: KindValues
  readonly onChange: (change: Partial<KindSettings>) => void
}

export function KindFields({ path, value, product, onChange }: Props) {
  const before = product ?? value
  return (
    <>
      <WordsField title="名称" name="name" {...{ path, value, before, onChange }} />
      <UrgencyField {...{ path, value, before, onChange }} />
      {(['accept', 'handle'] as const).map((name) => (
        <LimitField
          key={name}
          title={name === 'accept' ? '受理时限' : '办理时限'}
          path={`${path}.${name}`}
          product={before[name]}
          value={value[name]}
          onChange={(limit, same) => onChange({ [name]: same && product ? undefined : limit })}
        />
      ))}
      <PointsField {...{ path, value, before, onChange }} />
      <WordsField title="默认承办" name="owner" {...{ path, value, before, onChange }} />
    </>
  )
}

type FieldProps = Omit<Props, 'product'> & { readonly before: KindValues }

function WordsField({
  title,
  name,
  path,
  value,
  before,
  onChange,
}: FieldProps & { readonly title: string; readonly name: 'name' | 'owner' }) {
  const words = value[name]
  const changed = words !== before[name]
  return (
    <SettingsField
      title={title}
      path={`${path}.${name}`}
      product={changed ? `“${before[name]}”` : undefined}
      onReset={() => onChange({ [name]: undefined })}
    >
      {(id, describedBy) => (
        <input
          id={id}
          value={words}
          aria-describedby={describedBy}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      )}
    </SettingsField>
  )
}

function UrgencyField({ path, value, before, onChange }: FieldProps) {
  const changed = value.urgency !== before.urgency
  return (
    <SettingsField
      title="紧急程度"
      path={`${path}.urgency`}
      product={changed ? urgencies[before.urgency].title : undefined}
      onReset={() => onChange({ urgency: undefined })}
    >
      {(id) => (
        <select
          id={id}
          value={value.urgency}
          onChange={({ target }) => onChange({ urgency: target.value as Urgency })}
        >
          {Object.entries(urgencies).map(([urgency, { title }]) => (
            <option key={urgency} value={urgency}>
              {title}
            </option>
          ))}
        </select>
      )}
    </SettingsField>
  )
}

function PointsField({ path, value, before, onChange }: FieldProps) {
  const changed = value.basePoints !== before.basePoints
  return (
    <SettingsField
      title="积分"
      path={`${path}.basePoints`}
      product={changed ? `${before.basePoints} 分` : undefined}
      onReset={() => onChange({ basePoints: undefined })}
    >
      {(id, describedBy) => (
        <input
          id={id}
          type="number"
          min={0}
          max={100}
          value={value.basePoints}
          aria-describedby={describedBy}
          onChange={({ target }) => onChange({ basePoints: Number(target.value) })}
        />
      )}
    </SettingsField>
  )
}
