import { View } from '@tarojs/components'
import type { ContactView } from '@contract/api/listContacts'
import { Icon } from '../../components/Icon'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { say } from '../../words/say'

/** Without a face: who, of where, and the number, which is also there to be read. */
export function ContactCard({ n, contact }: { n: number; contact: ContactView }) {
  const { name, roleTitle, area, phone } = contact
  return (
    <View className="card">
      <View className="strong">{`${roleTitle} ${name}`}</View>
      <View className="quiet">{area.name}</View>
      <Press
        id={`contact-call-${n}`}
        look="primary"
        className="press--wrap"
        label={say.contacts.callWho(roleTitle, name)}
        onPress={() => void call(phone)}
      >
        <Icon name="phone" size="small" />
        <View>{`${say.contacts.call} `}</View>
        <View className="whole">{phone}</View>
      </Press>
    </View>
  )
}

async function call(phone: string): Promise<void> {
  await platform.device
    .call(phone)
    .catch(() => platform.dialogs.toast(say.contacts.callFailed(phone)))
}
