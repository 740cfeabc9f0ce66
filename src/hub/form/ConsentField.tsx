import { withValue } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { saidOf } from './saidOf'

/** 知情同意: the words in full, above the box to tick. */
export function ConsentField(props: FieldProps) {
  const { id, field, draft, edit } = props
  return (
    <FieldFrame {...props} group="group">
      <p id={`${id}-words`} className="consent-words">
        {field.words ?? field.title}
      </p>
      <label className="owner">
        <input
          type="checkbox"
          {...saidOf(props)}
          aria-describedby={`${id}-words`}
          checked={draft.values[field.name] === true}
          onChange={(event) =>
            edit((before) => withValue(before, field.name, event.target.checked || undefined))
          }
        />
        <b>已经说清楚，本人同意</b>
      </label>
    </FieldFrame>
  )
}
