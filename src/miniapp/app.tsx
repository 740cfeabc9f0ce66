import { useEffect, type PropsWithChildren } from 'react'
import { useDidHide, useDidShow, useLaunch } from './platform/lifecycle'
import { keepPages } from './keepPages'
import { appHidden, appShown, startApp } from './stores/startApp'
import './app.scss'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startApp()
    keepPages()
  })
  useDidShow(appShown)
  useDidHide(appHidden)
  useEffect(() => appHidden, [])
  return children
}
