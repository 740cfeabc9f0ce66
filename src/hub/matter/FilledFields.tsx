import type { FilledFieldView } from '@contract/views'

/** What forms left behind, as people say it. */
export function FilledFields({ fields }: { fields: readonly FilledFieldView[] }) {
  if (fields.length === 0) return null
  return (
    <section aria-labelledby="fields-title">
      <h3 id="fields-title">已填的内容</h3>
      <dl className="facts facts-wide" data-testid="filled-fields">
        {fields.map(({ name, title, words }) => (
          <div key={name} data-field-name={name}>
            <dt>{title}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
