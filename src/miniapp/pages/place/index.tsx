import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { GridView } from '@contract/views'
import { Notice } from '../../components/Notice'
import { Press } from '../../components/Press'
import { Screen } from '../../components/Screen'
import { Waiting } from '../../components/Waiting'
import type { ReportDraft } from '../../draft/reportDraft'
import { useRouter } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { findGrids, findOwnGrids, findTownships, type NamedArea } from '../../stores/areas'
import { changeDraft } from '../../stores/drafts'
import { say } from '../../words/say'

type Loaded<T> = { readonly found: readonly T[] | undefined } | undefined

/** Township, village, grid: three lists, each from the phone when there is no network. */
export default function PlacePage() {
  const { draft: key = '', level = 'grid' } = useRouter().params
  const [township, setTownship] = useState<NamedArea>()
  const [village, setVillage] = useState<NamedArea>()
  const own = useLoaded(findOwnGrids, 'own')
  const townships = useLoaded(findTownships, 'townships')
  const grids = useLoaded(
    () => (township ? findGrids(township.code) : Promise.resolve([])),
    township?.code ?? '',
  )
  const choose = ({ code, name }: NamedArea) => {
    const chosen =
      level === 'grid' ? { chosenGrid: { code, name } } : { chosenArea: { code, name } }
    changeDraft<ReportDraft>(key, (draft) => ({ ...draft, ...chosen }))
    platform.routes.back()
  }
  return (
    <Screen writing title={level === 'grid' ? say.place.title : say.place.areaTitle}>
      {!township && level === 'grid' && (
        <Press
          id="place-pin"
          label={say.pin.open}
          onPress={() => platform.routes.replace(`/pages/pin/index?draft=${key}`)}
        />
      )}
      {!township && level === 'grid' && <OwnGrids grids={own?.found ?? []} onChoose={choose} />}
      {!township && (
        <Choices
          title={say.place.township}
          loaded={townships}
          onChoose={level === 'township' ? choose : setTownship}
        />
      )}
      {township && !village && (
        <Choices
          title={say.place.village}
          loaded={villagesIn(grids)}
          onChoose={level === 'village' ? choose : setVillage}
        />
      )}
      {village && (
        <Choices title={say.place.grid} loaded={gridsIn(grids, village)} onChoose={choose} />
      )}
      {township && (
        <Press
          id="place-up"
          look="quiet"
          label={say.place.back}
          onPress={() => (village ? setVillage(undefined) : setTownship(undefined))}
        />
      )}
    </Screen>
  )
}

function useLoaded<T>(load: () => Promise<readonly T[] | undefined>, key: string): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>()
  useEffect(() => {
    let here = true
    setLoaded(undefined)
    load().then(
      (found) => here && setLoaded({ found }),
      () => here && setLoaded({ found: undefined }),
    )
    return () => {
      here = false
    }
  }, [key])
  return loaded
}

function villagesIn(grids: Loaded<GridView>): Loaded<NamedArea> {
  if (!grids?.found) return grids && { found: undefined }
  const villages = new Map(grids.found.map(({ village }) => [village.code, village]))
  return { found: [...villages.values()] }
}

function gridsIn(grids: Loaded<GridView>, village: NamedArea): Loaded<GridView> {
  return grids && { found: grids.found?.filter((grid) => grid.village.code === village.code) }
}

type ChoicesProps<T> = { title: string; loaded: Loaded<T>; onChoose: (choice: T) => void }

function Choices<T extends NamedArea>({ title, loaded, onChoose }: ChoicesProps<T>) {
  return (
    <View>
      <View className="section">{title}</View>
      {!loaded && <Waiting />}
      {loaded && !loaded.found && <Notice text={say.place.unreachable} />}
      {loaded?.found?.map((choice) => (
        <Press
          key={choice.code}
          id={`place-${choice.code}`}
          look="bare"
          className="line"
          label={choice.name}
          onPress={() => onChoose(choice)}
        />
      ))}
    </View>
  )
}

function OwnGrids({
  grids,
  onChoose,
}: {
  grids: readonly GridView[]
  onChoose: (grid: GridView) => void
}) {
  if (grids.length === 0) return null
  return <Choices title={say.place.own} loaded={{ found: grids }} onChoose={onChoose} />
}
