import { Drawer, Segmented } from 'antd'
import { useState } from 'react'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'
import { goTo } from '../console/route'
import { CardList } from './CardList'
import { NoticeList } from './NoticeList'
import './notices.css'

type Props = {
  readonly open: boolean
  readonly onClose: () => void
  /** The time of the newest notice that is now before somebody's eyes. */
  readonly onSeen: (latest: string) => void
}

type Shown = 'notices' | 'cards'

/** 消息 and 公告: what the flows tell whoever sits here, and what was published where they serve. */
export function NoticesDrawer({ open, onClose, onSeen }: Props) {
  const { session } = useConsole()
  const ended = useStore(session, (state) => state.ended)
  const [shown, setShown] = useState<Shown>('notices')
  const openMatter = (matterId: string) => {
    onClose()
    goTo({ page: 'matters', matterId })
  }
  return (
    <Drawer title="消息和公告" open={open && !ended} onClose={onClose} size={480} destroyOnHidden>
      <div className="notices" data-testid="notices-drawer">
        <Segmented<Shown>
          block
          value={shown}
          onChange={setShown}
          options={[
            { value: 'notices', label: '消息' },
            { value: 'cards', label: '公告' },
          ]}
          aria-label="看哪一种"
          data-testid="notices-shown"
        />
        {shown === 'notices' ? (
          <NoticeList onOpen={openMatter} onSeen={onSeen} />
        ) : (
          <CardList onOpen={openMatter} />
        )}
      </div>
    </Drawer>
  )
}
