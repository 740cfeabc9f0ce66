import type { MatterView } from '@contract/views'
import { useStore } from 'zustand'
import { useConsole } from '../console/ConsoleContext'
import { goTo } from '../console/route'
import type { HubConfig } from '../wire/hubConfig'
import { NearbyPeople } from './NearbyPeople'
import { TownshipMap } from './TownshipMap'
import { useGrids } from './useGrids'
import './map.css'

type Props = {
  readonly homeArea: { readonly code: string; readonly name: string }
  readonly tianditu: HubConfig['tianditu']
  readonly openId: string | undefined
}

/** Where it is, what else is open there, and who is near. */
export function MapPanel({ homeArea, tianditu, openId }: Props) {
  const { inbox } = useConsole()
  const rows = useStore(inbox.store, (state) => state.rows)
  const { grids, failed } = useGrids(homeArea.code)
  const openMatter = useOpenMatter(openId)
  return (
    <>
      <TownshipMap
        grids={grids}
        tianditu={tianditu}
        matters={rows.filter((row) => !row.ended)}
        openMatter={openMatter}
        onOpen={(matterId) => goTo({ page: 'matters', matterId })}
      />
      {failed && <p className="quiet map-note">网格边界没有取到，其他功能不受影响。</p>}
      {openMatter && !openMatter.ended && <NearbyPeople matter={openMatter} />}
    </>
  )
}

/** The matter in the middle, which may have left the list: closed, or outside the filter. */
function useOpenMatter(openId: string | undefined): MatterView | undefined {
  const { inbox } = useConsole()
  const inList = useStore(inbox.store, ({ rows }) => rows.find((row) => row.matterId === openId))
  const opened = useStore(inbox.store, (state) => state.opened)
  return opened?.matterId === openId ? opened : inList
}
