/** never: the same request will be refused again · later: repeat it as it is · after-edit: the person must change something. */
export type Retry = 'never' | 'later' | 'after-edit'

export type ProblemRow = { readonly status: number; readonly title: string; readonly retry: Retry }
