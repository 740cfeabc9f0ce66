import type { ActionInput } from '@domain/matter/matter'
import type { ActionView, MatterView } from '@contract/views'
import { Alert, Button } from 'antd'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { buildInput, emptyDraft, findTrouble, type Draft, type FieldTrouble } from './draft'
import { OwnerField } from './OwnerField'
import { PhotosField } from './PhotosField'
import { TextField } from './TextField'

type Props = {
  readonly action: ActionView
  readonly matter: MatterView
  /** The matter has moved on and this can no longer be done; what was typed stays to be copied. */
  readonly gone: boolean
  readonly sending: boolean
  readonly onSend: (input: ActionInput) => void
  readonly onCancel: () => void
}

export function ActionForm({ action, matter, gone, sending, onSend, onCancel }: Props) {
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [trouble, setTrouble] = useState<FieldTrouble>()
  const form = useRef<HTMLFormElement>(null)
  useFocusOnFirst(form, action)

  const edit = (change: (before: Draft) => Draft) => {
    setDraft(change)
    setTrouble(undefined)
  }
  function submit(event?: FormEvent) {
    event?.preventDefault()
    const found = findTrouble(action.form, draft)
    setTrouble(found)
    if (found) form.current?.querySelector<HTMLElement>(`[name="${found.field}"]`)?.focus()
    else if (!gone && !sending) onSend(buildInput(action.form, draft))
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Escape') onCancel()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
  }

  return (
    <form
      ref={form}
      className="action-form"
      onSubmit={submit}
      onKeyDown={press}
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
      {action.form.map((field) => {
        const shared = {
          field,
          trouble: trouble?.field === field.name ? trouble.words : undefined,
          draft,
          edit,
        }
        switch (field.type) {
          case 'text':
            return <TextField key={field.name} {...shared} />
          case 'owner':
            return <OwnerField key={field.name} {...shared} matter={matter} />
          case 'photos':
            return <PhotosField key={field.name} {...shared} />
        }
      })}
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
    const target =
      first === undefined ? '[type="submit"]' : `[name="${first}"], [data-first="${first}"]`
    form.current?.querySelector<HTMLElement>(target)?.focus()
  }, [form, first])
}
