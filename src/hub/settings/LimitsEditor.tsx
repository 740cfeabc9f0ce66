import { urgencies, type Urgency } from '@domain/kind/kind'
import { sayLimit } from '@domain/settings/sayLimit'
import { editLimit, type LimitSettings, type Settings, type TimeLimit } from './editSettings'
import { LimitInput } from './LimitInput'
import { ProblemsHere, SettingsField } from './SettingsField'
import type { FlowToSet } from './useCountySettings'

type Props = {
  readonly flow: FlowToSet
  readonly settings: Settings
  readonly onEdit: (settings: Settings) => void
}

/** 各步时限: what a status allows, one for all or one for each urgency as the product has it. */
export function LimitsEditor({ flow, settings, onEdit }: Props) {
  const { flow: name, statuses, limitsByLaw } = flow
  if (statuses.length === 0)
    return <p className="quiet">这个流程各步的时限跟着类别或填写的日子走。</p>
  return (
    <section aria-label="各步时限" className="set-group">
      <h4>各步时限{limitsByLaw && '（法定时限，只能缩短）'}</h4>
      {statuses.map(({ status, title, limit }) => (
        <StatusLimit
          key={status}
          title={title}
          path={`flows.${name}.limits.${status}`}
          product={limit}
          value={settings.flows[name]?.limits?.[status] ?? limit}
          onChange={(next) => onEdit(editLimit(settings, name, status, next))}
        />
      ))}
    </section>
  )
}

type StatusProps = {
  readonly title: string
  readonly path: string
  readonly product: LimitSettings
  readonly value: LimitSettings
  readonly onChange: (limit: LimitSettings | undefined) => void
}

function StatusLimit({ title, path, product, value, onChange }: StatusProps) {
  if ('clock' in value)
    return (
      <LimitField
        title={title}
        path={path}
        product={'clock' in product ? product : value}
        value={value}
        onChange={(next, same) => onChange(same ? undefined : next)}
      />
    )
  return (
    <>
      <ProblemsHere path={path} />
      {(Object.keys(urgencies) as Urgency[]).map((urgency) => (
        <LimitField
          key={urgency}
          title={`${title}（${urgencies[urgency].title}）`}
          path={`${path}.${urgency}`}
          product={'clock' in product ? product : product[urgency]}
          value={value[urgency]}
          onChange={(next) => {
            const all = { ...value, [urgency]: next }
            onChange(JSON.stringify(all) === JSON.stringify(product) ? undefined : all)
          }}
        />
      ))}
    </>
  )
}

type FieldProps = {
  readonly title: string
  readonly path: string
  readonly product: TimeLimit
  readonly value: TimeLimit
  /** `same`: it is the product's again. */
  readonly onChange: (limit: TimeLimit, same: boolean) => void
}

export function LimitField({ title, path, product, value, onChange }: FieldProps) {
  const same = isSame(product, value)
  return (
    <SettingsField
      title={title}
      path={path}
      product={same ? undefined : sayLimit(product)}
      onReset={() => onChange(product, true)}
    >
      {(id, describedBy) => (
        <LimitInput
          id={id}
          title={title}
          describedBy={describedBy}
          value={value}
          onChange={(next) => onChange(next, isSame(product, next))}
        />
      )}
    </SettingsField>
  )
}

function isSame(one: TimeLimit, other: TimeLimit): boolean {
  return one.clock === other.clock && Math.abs(one.hours - other.hours) < 1e-6
}
