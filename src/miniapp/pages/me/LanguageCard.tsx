import { View } from '@tarojs/components'
import { Tabs } from '../../components/Tabs'
import { platform } from '../../platform/platform'
import { languageChoices, setLanguage, useSettings } from '../../stores/settings'
import { say } from '../../words/say'

/** In both languages at once, so that somebody who took the wrong one finds back. */
export function LanguageCard() {
  const chosen = useSettings((settings) => settings.language)
  const names = { ...say.me.languages, ...(platform.name === 'h5' ? inBrowser() : {}) }
  return (
    <View className="card">
      <View>{say.me.language}</View>
      <Tabs
        tabs={languageChoices.map((name) => ({
          name,
          id: `me-language-${name}`,
          label: names[name],
        }))}
        chosen={chosen}
        onChoose={(choice) => setLanguage(choice, '/pages/me/index')}
      />
      <View className="quiet small">{say.me.languageAbout}</View>
    </View>
  )
}

const inBrowser = () => ({ follow: say.me.followsBrowser })
