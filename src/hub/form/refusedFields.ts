import type { FormFieldView } from '@contract/views'
import { WireProblem, wordsOf } from '../wire/WireProblem'
import type { Troubles } from './findTroubles'

/** The server names the field it refuses; its words then stand there. */
export function refusedFields(problem: unknown, form: readonly FormFieldView[]): Troubles {
  const name = problem instanceof WireProblem ? problem.details.field : undefined
  const field = form.find((one) => one.name === name)
  return field ? { [field.name]: `「${field.title}」${wordsOf(problem)}` } : {}
}
