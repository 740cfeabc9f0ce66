import { Button, Drawer, Input } from 'antd'
import { useState } from 'react'
import { Moment } from '../clock/Moment'
import type { ShiftNotes } from './useShiftNotes'

const SHIFT_WORDS_MAX = 2000

/** 交接班记录: written by the one who goes, and kept; who has read each stands below it. */
export function ShiftDrawer({ notes, onClose }: { notes: ShiftNotes; onClose: () => void }) {
  const [words, setWords] = useState('')
  const write = async () => {
    if (words.trim() !== '' && (await notes.write(words.trim()))) setWords('')
  }
  return (
    <Drawer title="交接班记录" open onClose={onClose} size={480} destroyOnHidden>
      <div className="shift" data-testid="shift">
        <Input.TextArea
          autoFocus
          rows={5}
          value={words}
          maxLength={SHIFT_WORDS_MAX}
          aria-label="交班的话"
          placeholder="没办完的、要盯着的、答应过群众的，写给下一班"
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) void write()
          }}
          data-testid="shift-words"
        />
        <Button
          type="primary"
          loading={notes.busy}
          disabled={words.trim() === ''}
          onClick={() => void write()}
          data-testid="shift-write"
        >
          写好，交班
        </Button>
        {notes.items.length === 0 && <p className="quiet">还没有交班记录</p>}
        <ol>
          {notes.items.map((note) => (
            <li key={note.noteId} data-testid="shift-note">
              <p>
                <b>{note.by}</b> <Moment at={note.at} />
              </p>
              <p className="shift-words">{note.words}</p>
              <p className="quiet">
                {note.signatures.length === 0
                  ? '还没有人签收'
                  : `${note.signatures.map(({ by }) => by).join('、')} 签收`}
              </p>
            </li>
          ))}
        </ol>
      </div>
    </Drawer>
  )
}
