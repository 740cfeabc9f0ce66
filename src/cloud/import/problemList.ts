import { countyFileNames, type CountyFile } from './countyFiles'
import { IMPORT_PROBLEMS_MAX } from './limits'

/** One thing to mend, in words for whoever keeps the file. Line 0 speaks of the file as a whole. */
export type ImportProblem = {
  readonly file: string
  readonly line: number
  readonly column?: string
  readonly message: string
}

export type ImportProblems = {
  readonly problems: readonly ImportProblem[]
  /** How many more there are than are listed. */
  readonly more: number
}

export type ProblemList = {
  add(where: Where, message: string): void
  /** Undefined when nothing is wrong. */
  result(): ImportProblems | undefined
}

export type Where = { readonly file: CountyFile; readonly line: number; readonly column?: string }

export function makeProblemList(): ProblemList {
  const problems: ImportProblem[] = []
  let count = 0
  return {
    add({ file, ...where }, message) {
      count += 1
      if (problems.length >= IMPORT_PROBLEMS_MAX) return
      problems.push({ file: countyFileNames[file], ...where, message })
    },
    result: () => (count === 0 ? undefined : { problems, more: count - problems.length }),
  }
}
