import type { FlowTable } from '@domain/flow/flowTable'
import type { FormField } from '@domain/form/formField'

/** What the forms of a flow ask, and what they offer to choose from, in words for the printed page. */

/** A field as it stands in a row of the table: its size, and who reads it. */
export function formField(field: FormField): string {
  const { title, name, required, keeps, concerns, shownToAll, shownToReporter, secretHours } = field
  return [
    `${title} \`${name}\` ${size(field)}`,
    ...(required ? [] : ['optional']),
    ...(keeps ? ['remembered'] : []),
    ...(concerns ? ['whom it is about'] : []),
    ...(shownToAll ? ['read by all'] : []),
    ...(shownToReporter ? ['read by the reporter'] : []),
    ...(secretHours === undefined ? [] : [`secret, open for ${secretHours} h to who has the task`]),
  ].join(', ')
}

/** A choice among fixed answers has no size of its own. */
function size({ type, max, min, unit, sums, list, fromRoll }: FormField): string {
  if (type === 'choice' || type === 'yesNo' || type === 'consent') return type
  const from = min === undefined ? '' : `${min} to `
  return [
    `${type} ${from}${max}${unit ? ` ${unit}` : ''}`,
    ...(sums ? ['added up'] : []),
    ...(list ? [`of \`${list}\``] : []),
    ...(fromRoll ? [`of the roll \`${fromRoll}\``] : []),
  ].join(' ')
}

/** Each field that offers something, once, with the steps that ask it. */
export function formAnswers(flow: FlowTable): string[] {
  const { report, statuses } = flow
  const forms = [
    report,
    ...Object.values(statuses).flatMap(({ actions }) => Object.values(actions)),
  ]
  const askedBy = new Map<string, Set<string>>()
  for (const { title, form } of forms)
    for (const field of form)
      for (const answer of offers(field))
        askedBy.set(answer, (askedBy.get(answer) ?? new Set()).add(title))
  return [...askedBy].map(([answer, titles]) => `- ${answer} (${[...titles].join('、')})`)
}

function offers({ title, name, choices, templates, words, ownerKinds }: FormField): string[] {
  const all = [
    ...(choices ? [choices.map((choice) => `${choice.title} \`${choice.value}\``).join('、')] : []),
    ...(templates ? [templates.map((sentence) => `“${sentence}”`).join(' ')] : []),
    ...(words ? [`above the box: “${words}”`] : []),
    ...(ownerKinds ? [`only to a ${ownerKinds.join(' or ')}`] : []),
  ]
  return all.length > 0 ? [`${title} \`${name}\`: ${all.join('; ')}`] : []
}
