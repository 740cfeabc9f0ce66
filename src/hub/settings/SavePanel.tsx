import { Alert, Button } from 'antd'
import { settingsNoteMax } from '@contract/countySettings'
import { useState } from 'react'
import { wordsOf } from '../wire/WireProblem'
import { PreviewPanel } from './PreviewPanel'
import { placeOf } from './placeOf'
import type { Reading } from './useCountySettings'
import type { Draft } from './useDraft'

type Props = {
  readonly draft: Draft
  readonly reading: Reading
  readonly onSaved: () => void
}

/** 生效时间、为什么、预览、保存. Saved is only what has been previewed without a problem. */
export function SavePanel({ draft, reading, onSaved }: Props) {
  const [from, setFrom] = useState('')
  const [note, setNote] = useState('')
  const effectiveFrom = from === '' ? undefined : `${from}:00+08:00`
  const { shown, problems, pending, busy, changed, joined } = draft
  const saved = () => {
    setFrom('')
    setNote('')
    onSaved()
  }
  const mayGoOn = changed || pending !== undefined
  const maySave = pending !== undefined || (shown !== undefined && problems.length === 0)
  return (
    <section className="set-save" aria-label="保存">
      {joined && <JoinedNotice {...joined} />}
      {draft.trouble !== undefined && !joined && (
        <Alert type="warning" showIcon role="alert" title={wordsOf(draft.trouble)} />
      )}
      {problems.length > 0 && <ProblemList draft={draft} reading={reading} />}
      <div className="set-when">
        <label>
          从什么时候起（空着就是马上）
          <input
            type="datetime-local"
            value={from}
            onChange={({ target }) => {
              setFrom(target.value)
              draft.forgetPreview()
            }}
          />
        </label>
        <label>
          为什么改
          <input
            value={note}
            maxLength={settingsNoteMax}
            onChange={({ target }) => setNote(target.value)}
            data-testid="settings-note"
          />
        </label>
        <Button
          disabled={!mayGoOn || pending !== undefined}
          loading={busy}
          onClick={() => void draft.preview(effectiveFrom)}
          data-testid="settings-preview-open"
        >
          先看会改变什么
        </Button>
        <Button
          type="primary"
          disabled={!maySave}
          loading={busy}
          onClick={() => void draft.save(note, effectiveFrom, saved)}
          data-testid="settings-save"
        >
          {pending ? '再送一次同样的' : '保存新版本'}
        </Button>
        {changed && (
          <Button disabled={busy || pending !== undefined} onClick={draft.startOver}>
            都不改了
          </Button>
        )}
      </div>
      {shown && <PreviewPanel preview={shown} />}
    </section>
  )
}

function ProblemList({ draft, reading }: Pick<Props, 'draft' | 'reading'>) {
  const { problems, content } = draft
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={`有 ${problems.length} 处不行，还没有保存`}
      description={
        <ul data-testid="settings-problems">
          {problems.map(({ path, words }) => (
            <li key={`${path} ${words}`}>
              {placeOf(path, content, reading)}：{words}
            </li>
          ))}
        </ul>
      }
    />
  )
}

function JoinedNotice({ version, both }: { version: number; both: readonly string[] }) {
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={`刚才有人先保存了第 ${version} 版，您改的已经接在它后面，请再看一遍再保存`}
      description={
        both.length > 0 ? `两边都改了的：${both.join('、')}，现在是您填的，请核对` : undefined
      }
      data-testid="settings-joined"
    />
  )
}
