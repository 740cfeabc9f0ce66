import { useEffect, type ReactNode } from 'react'

type Zoom = {
  readonly onZoomIn: () => void
  readonly onZoomOut: () => void
  readonly onRotateRight: () => void
  readonly onReset: () => void
}

/** Around the buttons of an opened photo: the same by keys. Arrows and Esc are its own already. */
export function ZoomKeys({ actions, children }: { actions: Zoom; children: ReactNode }) {
  useEffect(() => {
    const table: Readonly<Record<string, () => void>> = {
      '+': actions.onZoomIn,
      '=': actions.onZoomIn,
      '-': actions.onZoomOut,
      '0': actions.onReset,
      r: actions.onRotateRight,
    }
    const press = (event: KeyboardEvent) => {
      const act = event.ctrlKey || event.metaKey ? undefined : table[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [actions])
  return (
    <div className="zoom-tools" data-testid="zoom-tools">
      {children}
      <p className="zoom-words">按 + − 放大缩小，R 转，0 复原，← → 换一张，Esc 收起</p>
    </div>
  )
}
