/** Puts the hands on a field of a form: on what is chosen there, else on the first thing that takes them. */
export function focusField(form: HTMLElement | null, name: string): void {
  const frame = form?.querySelector(`[data-field="${name}"]`)
  const target =
    frame?.querySelector<HTMLElement>('input:checked') ??
    frame?.querySelector<HTMLElement>('input, textarea, select, button')
  target?.focus()
}
