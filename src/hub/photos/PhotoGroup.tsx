import { Image } from 'antd'
import type { ComponentProps, ReactElement, ReactNode } from 'react'
import { ZoomKeys } from './ZoomKeys'

type Actions = ComponentProps<typeof ZoomKeys>['actions']

/** Photos that are looked through together, by mouse or by keys. */
export function PhotoGroup({ children }: { children: ReactNode }) {
  return (
    <Image.PreviewGroup preview={{ actionsRender: withZoomKeys }}>{children}</Image.PreviewGroup>
  )
}

function withZoomKeys(tools: ReactElement, { actions }: { readonly actions: Actions }) {
  return <ZoomKeys actions={actions}>{tools}</ZoomKeys>
}
