import type { MatterView } from '@contract/views'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { useKeys } from '../keys/useKeys'
import { BulkPanel } from './BulkPanel'
import './bulk.css'

/** As many as one looks at before one lets go of them together. */
export const BULK_MAX = 50

type Props = {
  readonly picking: ReadonlySet<string> | undefined
  readonly rows: readonly MatterView[]
  readonly onPick: (picking: ReadonlySet<string> | undefined) => void
}

/** 多选: while it is on, a row is chosen and not opened. */
export function BulkBar({ picking, rows, onPick }: Props) {
  const [together, setTogether] = useState<readonly MatterView[]>()
  const toggle = () => onPick(picking ? undefined : new Set())
  useKeys({ l: toggle })
  const picked = rows.filter(({ matterId }) => picking?.has(matterId))
  const close = () => {
    setTogether(undefined)
    onPick(undefined)
  }
  return (
    <div className="bulk-bar">
      <Tooltip title="按 L">
        <Button
          size="small"
          onClick={toggle}
          aria-pressed={picking !== undefined}
          aria-keyshortcuts="l"
          data-testid="bulk-toggle"
        >
          {picking ? '不选了' : '多选'}
        </Button>
      </Tooltip>
      {picking && (
        <>
          <span>
            选了 {picked.length} 件{picked.length >= BULK_MAX ? '，最多这么多' : ''}
          </span>
          <Button
            size="small"
            type="primary"
            disabled={picked.length === 0}
            onClick={() => setTogether(picked)}
            data-testid="bulk-open"
          >
            一起办
          </Button>
        </>
      )}
      {together && <BulkPanel matters={together} onClose={close} />}
    </div>
  )
}

/** Chosen, or no longer; never more than there may be. */
export function togglePicked(picking: ReadonlySet<string>, matterId: string): ReadonlySet<string> {
  const next = new Set(picking)
  if (!next.delete(matterId) && next.size < BULK_MAX) next.add(matterId)
  return next
}
