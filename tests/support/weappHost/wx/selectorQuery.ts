import type { PageView } from '../pageView'
import type { Fields, Run } from '../types'

type Job = { selector?: string; many?: boolean; callback?: (found: unknown) => void }

/** There is no layout here: rectangles are as high as the test says, else empty; arity and timing are the real ones. */
export function createSelectorQuery(page: () => PageView | undefined, run: Run) {
  const jobs: Job[] = []
  let current: Job = {}
  const choose = (job: Job) => {
    current = job
    return query
  }
  const measure = (callback?: (found: unknown) => void) => {
    jobs.push({ ...current, ...(callback ? { callback } : {}) })
    return query
  }
  const query: Fields = {
    in: () => query,
    select: (selector: string) => choose({ selector }),
    selectAll: (selector: string) => choose({ selector, many: true }),
    selectViewport: () => choose({}),
    boundingClientRect: measure,
    scrollOffset: measure,
    context: measure,
    node: measure,
    fields: (_: unknown, callback?: (found: unknown) => void) => measure(callback),
    exec(callback?: (results: unknown[]) => void) {
      setTimeout(() => {
        const results = jobs.map((job) => answer(job, page(), run))
        callback?.(results)
      }, 0)
      return query
    },
  }
  return query
}

function answer(
  { selector, many, callback }: Job,
  page: PageView | undefined,
  { phone }: Run,
): unknown {
  const last = selector?.split(/[ >]+/).pop()
  const found = last ? (page?.findAll(last) ?? []) : [undefined]
  const result = many
    ? found.map(() => rectangle(0))
    : found.length
      ? rectangle(phone.heightOf(last ?? ''))
      : null
  callback?.(result)
  return result
}

function rectangle(height: number) {
  const sides = { width: 0, height, top: 0, left: 0, right: 0, bottom: height }
  return { ...sides, scrollTop: 0, scrollLeft: 0, dataset: {} }
}

/** Nothing is ever seen to scroll into view. */
export function createIntersectionObserver() {
  const observer: Fields = {
    relativeTo: () => observer,
    relativeToViewport: () => observer,
    observe: () => undefined,
    disconnect: () => undefined,
  }
  return observer
}
