import { useDidShow } from '../platform/lifecycle'
import { platform } from '../platform/platform'
import { useLanguage } from '../words/language'
import { say } from '../words/say'

export type TabName = keyof typeof say.tabs

/**
 * WeChat's own bars are written in app.config, in Chinese; in another language a page renames them as it comes to the
 * front. Those of the tabs stay renamed, so that going back to Chinese renames them once more.
 */
export function useBars(title: string | undefined, tab: TabName | undefined): void {
  useDidShow(() => {
    const { language, tabs } = useLanguage.getState()
    const name = title ?? (tab && say.tabs[tab])
    if (name && language !== 'zh') platform.routes.nameTitle(name)
    if (!tab || tabs === language) return
    platform.routes.nameTabs([say.tabs.home, say.tabs.matters, say.tabs.me])
    useLanguage.setState({ tabs: language })
  })
}
