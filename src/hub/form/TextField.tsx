import { Button, Input } from 'antd'
import { withText } from './draft'
import { FieldFrame } from './FieldFrame'
import type { FieldProps } from './FieldProps'
import { saidOf } from './saidOf'

/** Up to so many characters it is a name or an address: one line. */
const LINE_MAX = 60

export function TextField(props: FieldProps) {
  const { field, trouble, draft, edit } = props
  const words = draft.texts[field.name] ?? ''
  const write = (text: string) => edit((before) => withText(before, field.name, text))
  const shared = {
    ...saidOf(props),
    value: words,
    maxLength: field.max,
    showCount: words.length > field.max / 2,
    status: trouble ? 'error' : '',
    onChange: (event: { target: { value: string } }) => write(event.target.value),
  } as const
  return (
    <FieldFrame {...props}>
      {field.max <= LINE_MAX ? (
        <Input {...shared} />
      ) : (
        <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 6 }} />
      )}
      {field.templates && (
        <div className="templates" role="group" aria-label={`${field.title}常用的话`}>
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
