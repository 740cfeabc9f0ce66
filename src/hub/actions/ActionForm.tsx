import type { Fields } from '@domain/form/formField'
import type { ActionView, MatterView } from '@contract/views'
import { Alert, Button } from 'antd'
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useConsole } from '../console/ConsoleContext'
import { buildInput, type Draft } from '../form/draft'
import { findTroubles, type Troubles } from '../form/findTroubles'
import { focusField } from '../form/focusField'
import { FormFields } from '../form/FormFields'
import { keepsEnter } from '../form/keepsEnter'

type Props = {
  readonly action: ActionView
  readonly matter: MatterView
  readonly initial: Draft
  /** What the server said of single fields. */
  readonly refused: Troubles
  /** The matter has moved on and this can no longer be done; what was typed stays to be copied. */
  readonly gone: boolean
  readonly sending: boolean
  readonly onSend: (input: Fields) => void
  readonly onCancel: () => void
}

export function ActionForm({ action, matter, initial, refused, ...props }: Props) {
  const { gone, sending, onSend, onCancel } = props
  const { now } = useConsole()
  const id = useId()
  const [draft, setDraft] = useState<Draft>(initial)
  const [troubles, setTroubles] = useState<Troubles>({})
  const form = useRef<HTMLFormElement>(null)
  useFocusOnFirst(form, action)
  useEffect(() => setTroubles(refused), [refused])

  const edit = (change: (before: Draft) => Draft) => {
    setDraft(change)
    setTroubles({})
  }
  function submit(event?: FormEvent) {
    event?.preventDefault()
    const found = findTroubles(action.form, draft, { now: now(), matter })
    setTroubles(found)
    const first = action.form.find(({ name }) => name in found)
    if (first) focusField(form.current, first.name)
    else if (!gone && !sending) onSend(buildInput(action.form, draft))
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    else if (keepsEnter(event)) event.preventDefault()
  }

  return (
    <form
      ref={form}
      className="action-form"
      onSubmit={submit}
      onKeyDown={press}
      noValidate
      aria-label={action.title}
      data-testid="action-form"
    >
      {gone && (
        <Alert
          type="warning"
          showIcon
          title={`这件事刚有变化，现在不能「${action.title}」了`}
          data-testid="action-gone"
        />
      )}
      <FormFields
        id={id}
        form={action.form}
        draft={draft}
        troubles={troubles}
        edit={edit}
        place={{ area: matter.area, matter }}
      />
      <div className="action-form-end">
        <Button
          type="primary"
          htmlType="submit"
          loading={sending}
          disabled={gone}
          data-testid="action-submit"
        >
          {action.title}
        </Button>
        <Button onClick={onCancel} data-testid="action-cancel">
          收起
        </Button>
      </div>
    </form>
  )
}

/** To what must be filled in; a step that demands nothing waits on its button, so that A and Enter accept. */
function useFocusOnFirst(form: React.RefObject<HTMLFormElement | null>, action: ActionView): void {
  const first = action.form.find(({ required }) => required)?.name
  useEffect(() => {
    if (first !== undefined) focusField(form.current, first)
    else form.current?.querySelector<HTMLElement>('[type="submit"]')?.focus()
  }, [form, first])
}
