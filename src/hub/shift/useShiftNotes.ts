import type { ResponseOf } from '@contract/operation'
import type { Operations } from '@contract/operations'
import { useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'
import { useDeskCommand } from '../desk/useDeskCommand'

export type ShiftNote = ResponseOf<Operations['listShiftNotes']>['items'][number]

/** Of some days; earlier ones stay with the county. */
const SHOWN = 20

/** The notes of this desk's shifts, the latest first, read again whenever the line comes back. */
export function useShiftNotes(areaCode: string) {
  const { api, live } = useConsole()
  const openings = useStore(live, (state) => state.openings)
  const [items, setItems] = useState<readonly ShiftNote[]>([])
  const { run, busy, problem } = useDeskCommand()
  const read = useCallback(
    () =>
      api.call('listShiftNotes', { areaCode, limit: SHOWN }).then(
        (answer) => setItems(answer.items),
        // The inbox says itself that the line is gone.
        () => undefined,
      ),
    [api, areaCode],
  )
  useEffect(() => void read(), [read, openings])
  return {
    items,
    busy,
    problem,
    sign: async (noteId: string) => {
      const send = () => api.call('signShiftNote', { noteId: noteId })
      if (await run(`sign ${noteId}`, send, '签收了')) await read()
    },
    write: async (words: string): Promise<boolean> => {
      const send = (commandId: string) =>
        api.call('writeShiftNote', { commandId: commandId, areaCode, words })
      const written = await run(`write ${words}`, send, '交班记录写好了')
      if (written) await read()
      return written
    },
  }
}

export type ShiftNotes = ReturnType<typeof useShiftNotes>
