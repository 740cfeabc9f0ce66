/**
 * At most one run at a time. Asked again meanwhile, it runs once more afterwards, so that whoever asked sees a run
 * that began after their asking.
 */
export function singleFlight(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let again = false
  async function untilQuiet(): Promise<void> {
    do {
      again = false
      await run()
    } while (again)
  }
  return () => {
    if (running) again = true
    else running = untilQuiet().finally(() => (running = undefined))
    return running
  }
}
