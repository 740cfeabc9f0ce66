import { Alert, Button, Tooltip } from 'antd'
import { useState, type ReactNode } from 'react'
import { Moment } from '../clock/Moment'
import { useKeys } from '../keys/useKeys'
import { wordsOf } from '../wire/WireProblem'
import { ShiftDrawer } from './ShiftDrawer'
import { useShiftNotes, type ShiftNote } from './useShiftNotes'
import './shift.css'

/** 交接班: what the one before left lies on top of the inbox until it has been read and signed. */
export function ShiftBar({ areaCode, children }: { areaCode: string; children: ReactNode }) {
  const notes = useShiftNotes(areaCode)
  const [open, setOpen] = useState(false)
  useKeys({ q: () => setOpen(true) })
  const [latest] = notes.items
  const unread = latest && !latest.own && !latest.signedByMe ? latest : undefined
  return (
    <div className="shift-bar">
      {unread && <Unread note={unread} onSign={notes.sign} busy={notes.busy} />}
      {notes.problem !== undefined && (
        <Alert type="warning" showIcon role="alert" title={wordsOf(notes.problem)} />
      )}
      <div className="shift-tools">
        <Tooltip title="按 Q">
          <Button
            size="small"
            onClick={() => setOpen(true)}
            aria-keyshortcuts="q"
            data-testid="shift-open"
          >
            交接班记录
          </Button>
        </Tooltip>
        {children}
      </div>
      {open && <ShiftDrawer notes={notes} onClose={() => setOpen(false)} />}
    </div>
  )
}

type UnreadProps = {
  readonly note: ShiftNote
  readonly busy: boolean
  readonly onSign: (noteId: string) => Promise<unknown>
}

function Unread({ note, busy, onSign }: UnreadProps) {
  return (
    <section className="shift-unread" aria-label="上一班的交班记录" data-testid="shift-unread">
      <p>
        <b>{note.by}交班</b> <Moment at={note.at} />
      </p>
      <p className="shift-words">{note.words}</p>
      <Button
        type="primary"
        size="small"
        loading={busy}
        onClick={() => void onSign(note.noteId)}
        data-testid="shift-sign"
      >
        看过了，签收
      </Button>
    </section>
  )
}
