import type { Handler } from '../handler'

/** Every signed-in person may know the kinds. */
export const listKinds: Handler<'listKinds'> = (context) =>
  Promise.resolve({ items: [...context.reference.kinds()] })
