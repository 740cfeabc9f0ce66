import { MINUTE_MS } from '@domain/shared/instant'
import { openApp, type App } from '../app'
import { refuseDemoCounty } from '../demo/refuseDemoCounty'
import { readFunctionSettings } from './functionSettings'

/** A server reads what others imported by a loop; an instance is frozen between requests and has none. */
const REREAD_AFTER_MS = MINUTE_MS

/**
 * Opens the application with an instance's first request and hands it out with each, reading the areas, grids and kinds
 * again when they may be out of date.
 */
export function openFunctionApp(env: NodeJS.ProcessEnv): () => Promise<App> {
  const opened = openOnce(async () => {
    const app = await openApp(readFunctionSettings(env))
    await refuseDemoCounty(app)
    return app
  })
  const reread = every(REREAD_AFTER_MS)
  return async () => {
    const app = await opened()
    if (reread(app.context.now())) await app.context.reference.reload()
    return app
  }
}

/**
 * An instance is thrown away without notice, so what is dear to open is kept for as long as it lives. A failed opening
 * is forgotten, else one moment without a database would make the instance useless for good.
 */
export function openOnce<Opened>(open: () => Promise<Opened>): () => Promise<Opened> {
  let opening: Promise<Opened> | undefined
  return () => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined
      throw error
    })
    return opening
  }
}

/** True once the time has passed since it was last true; the first question only starts the clock. */
function every(milliseconds: number): (now: number) => boolean {
  let lastAt: number | undefined
  return (now) => {
    const due = lastAt !== undefined && now - lastAt >= milliseconds
    if (due || lastAt === undefined) lastAt = now
    return due
  }
}
