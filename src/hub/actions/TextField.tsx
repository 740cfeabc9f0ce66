import { Button, Input } from 'antd'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'

export function TextField({ field, trouble, draft, edit }: FieldProps) {
  const id = `field-${field.name}`
  const words = draft.texts[field.name] ?? ''
  const write = (text: string) =>
    edit((before) => ({ ...before, texts: { ...before.texts, [field.name]: text } }))
  return (
    <FieldFrame id={id} title={field.title} required={field.required} trouble={trouble}>
      <Input.TextArea
        id={id}
        name={field.name}
        value={words}
        maxLength={field.max}
        autoSize={{ minRows: 2, maxRows: 6 }}
        showCount={words.length > field.max / 2}
        status={trouble ? 'error' : ''}
        aria-invalid={trouble !== undefined}
        {...(trouble ? { 'aria-describedby': `${id}-trouble` } : {})}
        onChange={(event) => write(event.target.value)}
        data-testid={id}
      />
      {field.templates && (
        <div className="templates" role="group" aria-label="常用的话">
          {field.templates.map((template) => (
            <Button
              key={template}
              size="small"
              onClick={() => write(words.trim() === '' ? template : `${words}\n${template}`)}
              data-testid="template"
            >
              {template}
            </Button>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}
