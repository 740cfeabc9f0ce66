import type { MatterView } from '@contract/views'
import { useEffect, useState } from 'react'
import { useConsole } from '../console/ConsoleContext'

/** The photos another matter was reported with, to lay them beside those of this one. */
export function useReportPhotos(matterId: string): MatterView['photos'] {
  const { api } = useConsole()
  const [photos, setPhotos] = useState<MatterView['photos']>([])
  useEffect(() => {
    let current = true
    api.call('getMatter', { matterId }).then(
      ({ matter }) =>
        current && setPhotos(matter.photos.filter(({ takenFor }) => takenFor === 'report')),
      () => current && setPhotos([]),
    )
    return () => {
      current = false
    }
  }, [api, matterId])
  return photos
}
