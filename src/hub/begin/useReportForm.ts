import type { KindView, MatterView } from '@contract/views'
import { useEffect, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { Area } from '../area/useAreasBelow'
import { useConsole } from '../console/ConsoleContext'
import { emptyDraft, type Draft } from '../form/draft'
import { findTroubles, type Troubles } from '../form/findTroubles'
import { focusField } from '../form/focusField'
import { keepsEnter } from '../form/keepsEnter'
import { refusedFields } from '../form/refusedFields'
import { areaTrouble, buildReport, ownNames, reportForm } from './reportForm'
import { useBegin } from './useBegin'

type Asked = {
  readonly kind: KindView
  readonly homeArea: Area
  readonly onDone: (matter: MatterView) => void
}

/** What is typed into a report, what is wrong with it, and how it leaves. */
export function useReportForm({ kind, homeArea, onDone }: Asked) {
  const { now, newId } = useConsole()
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [areaCode, setAreaCode] = useState(homeArea.code)
  const [troubles, setTroubles] = useState<Troubles>({})
  const { send, sending, problem, kept, forget } = useBegin(onDone)
  const form = useRef<HTMLFormElement>(null)
  const fields = useMemo(() => reportForm(kind), [kind])
  useEffect(() => focusField(form.current, ownNames.text), [])
  useEffect(() => setTroubles(refusedFields(problem, fields)), [problem, fields])

  const edit = (change: (before: Draft) => Draft) => {
    setDraft(change)
    setTroubles({})
    forget()
  }
  function submit(event?: FormEvent) {
    event?.preventDefault()
    if (kept) return void send(kept)
    const where = areaTrouble(kind, areaCode, draft)
    const found = {
      ...findTroubles(fields, draft, { now: now() }),
      ...(where ? { [ownNames.area]: where } : {}),
    }
    setTroubles(found)
    const first = [ownNames.area, ...fields.map(({ name }) => name)].find((name) => name in found)
    if (first) focusField(form.current, first)
    else void send(buildReport({ kind, draft, areaCode, now: now(), newId }))
  }
  function press(event: KeyboardEvent) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
    else if (keepsEnter(event)) event.preventDefault()
  }
  const choose = (code: string) => {
    setAreaCode(code)
    setTroubles({})
  }
  const area = { code: areaCode, choose }
  return { form, fields, draft, edit, area, troubles, submit, press, sending, problem, kept }
}
