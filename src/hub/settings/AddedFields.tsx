import { Button } from 'antd'
import { useState } from 'react'
import { editAdded, type AddedField, type Settings } from './editSettings'
import { ProblemsHere, SettingsField } from './SettingsField'
import type { FlowToSet } from './useCountySettings'

type Props = {
  readonly flow: FlowToSet
  readonly settings: Settings
  readonly onEdit: (settings: Settings) => void
}

/** 表单栏目: what a form asks, and what the county asks besides. */
export function AddedFields({ flow, settings, onEdit }: Props) {
  const [chosen, setChosen] = useState('report')
  const form = flow.forms.find(({ action }) => action === chosen) ?? flow.forms[0]
  if (!form) return null
  const { action } = form
  const adds = settings.flows[flow.flow]?.forms?.[action]?.adds ?? []
  const path = `flows.${flow.flow}.forms.${action}`
  const give = (next: AddedField[]) => onEdit(editAdded(settings, flow.flow, action, next))
  return (
    <section aria-label="表单栏目" className="set-group">
      <h4>表单栏目</h4>
      <label className="set-inline">
        哪张表
        <select value={action} onChange={({ target }) => setChosen(target.value)}>
          {flow.forms.map((one) => (
            <option key={one.action} value={one.action}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      <p className="quiet">
        原有栏目：{form.fields.map(({ title }) => title).join('、') || '没有'}
      </p>
      <ProblemsHere path={path} />
      {adds.map((field, index) => (
        <AddedFieldRow
          key={index}
          field={field}
          path={`${path}.adds.${index}`}
          onChange={(next) => give(adds.map((one, at) => (at === index ? next : one)))}
          onRemove={() => give(adds.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        onClick={() => give([...adds, newField(settings, flow.flow)])}
        data-testid="add-field"
      >
        加一栏
      </Button>
    </section>
  )
}

const typeTitles = {
  text: '文字',
  choice: '选一项',
  number: '数字',
  yesNo: '是或否',
  day: '日期',
} as const

const maxOf = { text: 100, choice: 1, number: 10_000, yesNo: 1, day: 365 } as const

type RowProps = {
  readonly field: AddedField
  readonly path: string
  readonly onChange: (field: AddedField) => void
  readonly onRemove: () => void
}

function AddedFieldRow({ field, path, onChange, onRemove }: RowProps) {
  return (
    <fieldset className="set-added" data-testid="added-field">
      <legend>{field.title || '新栏目'}</legend>
      <ProblemsHere path={path} />
      <SettingsField title="栏目名" path={`${path}.title`}>
        {(id, describedBy) => (
          <input
            id={id}
            value={field.title}
            aria-describedby={describedBy}
            onChange={({ target }) => onChange({ ...field, title: target.value })}
          />
        )}
      </SettingsField>
      <SettingsField title="填什么" path={`${path}.type`}>
        {(id) => (
          <select
            id={id}
            value={field.type}
            onChange={({ target }) => onChange(ofType(field, target.value as AddedField['type']))}
          >
            {Object.entries(typeTitles).map(([type, title]) => (
              <option key={type} value={type}>
                {title}
              </option>
            ))}
          </select>
        )}
      </SettingsField>
      {field.type === 'choice' && <ChoicesField field={field} path={path} onChange={onChange} />}
      <label className="set-inline">
        <input
          type="checkbox"
          checked={field.required}
          onChange={({ target }) => onChange({ ...field, required: target.checked })}
        />
        必须填
      </label>
      <label className="set-inline">
        <input
          type="checkbox"
          checked={field.shownToReporter ?? false}
          onChange={({ target }) => {
            const { shownToReporter: _shown, ...rest } = field
            onChange(target.checked ? { ...rest, shownToReporter: true } : rest)
          }}
        />
        上报人看得到
      </label>
      <Button size="small" onClick={onRemove}>
        去掉这一栏
      </Button>
    </fieldset>
  )
}

/** One line, one choice. The value is the title: what is counted later must not change its meaning. */
function ChoicesField({ field, path, onChange }: Omit<RowProps, 'onRemove'>) {
  const lines = (field.choices ?? []).map(({ title }) => title).join('\n')
  return (
    <SettingsField title="选项，一行一个" path={`${path}.choices`}>
      {(id, describedBy) => (
        <textarea
          id={id}
          rows={4}
          value={lines}
          aria-describedby={describedBy}
          onChange={({ target }) =>
            onChange({
              ...field,
              choices: target.value.split('\n').map((title) => ({ value: title, title })),
            })
          }
        />
      )}
    </SettingsField>
  )
}

function ofType(field: AddedField, type: AddedField['type']): AddedField {
  const { choices, ...rest } = field
  const next = { ...rest, type, max: maxOf[type] }
  return type === 'choice' ? { ...next, choices: choices ?? [] } : next
}

/** A name that no other added field of the flow has; it stays as long as the field does. */
function newField(settings: Settings, flow: string): AddedField {
  const forms = Object.values(settings.flows[flow]?.forms ?? {})
  const taken = new Set(forms.flatMap(({ adds }) => (adds ?? []).map(({ name }) => name)))
  const serial = [...Array(taken.size + 1).keys()].find((one) => !taken.has(`own${one + 1}`)) ?? 0
  const name = `own${serial + 1}`
  return { name, title: '', type: 'text', required: false, max: maxOf.text }
}
