import { useEffect } from 'react'
import type { KindView } from '@contract/views'
import { useNow } from '../../components/useNow'
import type { ReportDraft } from '../../draft/reportDraft'
import { askedForm, lastOf, type AskedForm } from '../../kinds/askedForm'
import { askSaidBefore, comparedFields, findLast, useSaidBefore } from '../../stores/saidBefore'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'

/** A house number is asked about when the thumb rests, not at every stroke. */
const REST_MS = 600

/** The form as this draft needs it now, with the reason beside what it needs. */
export function useAsked(kind: KindView | undefined, draft: ReportDraft): AskedForm {
  const now = useNow()
  const known = useSaidBefore()
  const compared = kind ? comparedFields(kind) : []
  const said = compared.map((field) => draft.texts[field]).join(' ')
  const area = (draft.chosenArea ?? draft.chosenGrid ?? draft.foundGrid)?.code
  useEffect(() => {
    if (!kind || said.trim() === '') return undefined
    const timer = setTimeout(() => void askSaidBefore(kind, draft), REST_MS)
    return () => clearTimeout(timer)
  }, [kind?.code, said, area])
  const last = findLast(kind, draft, known)
  const asked = askedForm(kind, draft, lastOf(last))
  const [newest] = last
  if (!newest) return asked
  const { at, by, kindName } = newest
  const told = say.report.saidBefore(sayTime(at, now), by, kindName)
  const hints = Object.entries(asked.hints).map(([field, words]) => {
    const compares = kind?.needs?.some(
      (need) =>
        need.field === field &&
        need.when.some((one) => typeof one === 'object' && 'seenBefore' in one),
    )
    return [field, compares ? `${told}${words}` : words] as const
  })
  return { ...asked, hints: Object.fromEntries(hints) }
}
