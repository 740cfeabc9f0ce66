/** Calls back after the delay; a later call replaces the one before. */
export function oneTimer() {
  let timer: ReturnType<typeof setTimeout> | undefined
  return (delayMs: number, wake: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(wake, delayMs)
  }
}
