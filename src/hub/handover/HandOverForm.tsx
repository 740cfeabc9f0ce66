import { areaLevel } from '@domain/area/areaCode'
import { ownersOf, textOf } from '@domain/form/formField'
import type { FormFieldView } from '@contract/views'
import { Button } from 'antd'
import { useId, useRef, useState, type FormEvent } from 'react'
import type { Area } from '../area/useAreasBelow'
import { AreaChoice } from '../area/AreaChoice'
import { useConsole } from '../console/ConsoleContext'
import { buildInput, emptyDraft, type Draft } from '../form/draft'
import { findTroubles, type Troubles } from '../form/findTroubles'
import { focusField } from '../form/focusField'
import { FormFields } from '../form/FormFields'
import type { HandOver } from './useHandOver'

const form: readonly FormFieldView[] = [
  { name: 'account', title: '谁的任务（账号）', type: 'text', required: true, max: 60 },
  { name: 'owner', title: '交给谁', type: 'owner', required: true, max: 1 },
]

type Props = { readonly area: Area; readonly handOver: HandOver }

export function HandOverForm({ area, handOver }: Props) {
  const { now } = useConsole()
  const id = useId()
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [areaCode, setAreaCode] = useState(area.code)
  const [troubles, setTroubles] = useState<Troubles>({})
  const element = useRef<HTMLFormElement>(null)
  const edit = (change: (before: Draft) => Draft) => {
    setDraft(change)
    setTroubles({})
  }
  function submit(event: FormEvent) {
    event.preventDefault()
    const found = findTroubles(form, draft, { now: now() })
    setTroubles(found)
    const first = form.find(({ name }) => name in found)
    if (first) return focusField(element.current, first.name)
    const input = buildInput(form, draft)
    const account = textOf(input, 'account')
    const [owner] = ownersOf(input, 'owner')
    if (account && owner) void handOver.begin({ account, owner })
  }
  return (
    <form ref={element} className="handover-form" onSubmit={submit} noValidate aria-label="交接">
      {areaLevel(area.code) === 'county' && (
        <AreaChoice
          homeArea={area}
          at="township"
          code={areaCode}
          trouble={undefined}
          onChange={setAreaCode}
        />
      )}
      <FormFields
        id={id}
        form={form}
        draft={draft}
        troubles={troubles}
        edit={edit}
        place={{ area: { ...area, code: areaCode } }}
      />
      <Button
        type="primary"
        htmlType="submit"
        loading={handOver.busy}
        disabled={handOver.left !== undefined}
        data-testid="handover-submit"
      >
        交接
      </Button>
    </form>
  )
}
