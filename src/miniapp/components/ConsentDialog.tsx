import { Button, View } from '@tarojs/components'
import { platform } from '../platform/platform'
import { answerConsent, useConsent } from '../stores/consent'
import { say } from '../words/say'
import { Press } from './Press'
import { spoken } from './spoken'

/** WeChat accepts the consent only from a button of its own kind, named by this id. */
const AGREE_ID = 'consent-agree'

export function ConsentDialog() {
  const asked = useConsent((consent) => consent.waiting.length > 0)
  if (!asked) return null
  return (
    <View className="veil">
      <View className="sheet" {...spoken(say.consent.title, 'dialog')}>
        <View className="section">{say.consent.title}</View>
        <View className="quiet">{say.consent.text}</View>
        <Press look="quiet" label={say.consent.contract} onPress={platform.consent.openContract} />
        <Button
          id={AGREE_ID}
          className="press press--primary"
          openType="agreePrivacyAuthorization"
          onAgreePrivacyAuthorization={() => answerConsent(true, AGREE_ID)}
        >
          {say.consent.agree}
        </Button>
        <Press
          id="consent-refuse"
          label={say.consent.refuse}
          onPress={() => answerConsent(false)}
        />
      </View>
    </View>
  )
}
