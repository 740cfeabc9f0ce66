import { useEffect, useRef } from 'react'

export type KeyTable = Readonly<Record<string, () => void>>

/** Listens for single keys on the whole page, but never while somebody is typing or a dialog is open. */
export function useKeys(table: KeyTable): void {
  const latest = useRef(table)
  latest.current = table
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      if (!act || !isForThePage(event)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function isForThePage(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false
  if (event.ctrlKey || event.altKey || event.metaKey) return false
  if ([...document.querySelectorAll('[aria-modal="true"]')].some(isOpen)) return false
  return !(event.target instanceof Element && event.target.closest(takesKeys))
}

/** A dialog that keeps what was typed stays on the page when it is closed, hidden. */
function isOpen(dialog: Element): boolean {
  return dialog.closest('[hidden], [style*="display: none"]') === null
}

/** A list box opened from a select, a map or a radio group moves by arrows of its own. */
const takesKeys =
  'input:not([type=button]), textarea, select, [contenteditable=true], [role=combobox], [role=listbox], .leaflet-container'
