import { View } from '@tarojs/components'
import { areaLevels } from '@domain/area/areaCode'
import { Notice } from '../../components/Notice'
import { Screen } from '../../components/Screen'
import { useNow } from '../../components/useNow'
import { Waiting } from '../../components/Waiting'
import { useDidShow, usePullDownRefresh } from '../../platform/lifecycle'
import { platform } from '../../platform/platform'
import { loadContacts, useContacts } from '../../stores/contacts'
import { useSession } from '../../stores/session'
import { sayTime } from '../../words/sayTime'
import { say } from '../../words/say'
import { AnotherPlace } from './AnotherPlace'
import { ContactCard } from './ContactCard'

/** 找我的网格员: who is on duty where I live, and their telephone in one tap. */
export default function ContactsPage() {
  const signedIn = useSession((session) => session.status === 'signed-in')
  const refresh = async () => (signedIn ? loadContacts() : undefined)
  useDidShow(() => void refresh())
  usePullDownRefresh(() => void refresh().then(platform.dialogs.stopPullDown))
  return (
    <Screen title={say.contacts.title}>
      {signedIn ? <Found /> : <Notice text={say.contacts.guest} button={signInButton()} />}
    </Screen>
  )
}

function Found() {
  const { shown, state, trouble } = useContacts()
  // Whoever signed in by WeChat lives somewhere in the county: first they say where.
  const wide = shown !== undefined && shown.area.code.length < areaLevels.village
  return (
    <>
      {trouble && <Notice text={trouble} />}
      {wide && <View className="quiet">{say.contacts.only}</View>}
      {state === 'unreachable' && <Unreachable />}
      {wide && <AnotherPlace />}
      {!shown && state === 'loading' && <Waiting />}
      {shown && (
        <View id="contacts-area" className="section">
          {say.contacts.of(shown.area.name)}
        </View>
      )}
      {shown?.items.map((contact, index) => (
        <ContactCard key={`${contact.phone}-${contact.area.code}`} n={index} contact={contact} />
      ))}
      {shown?.items.length === 0 && <Notice text={say.contacts.none} />}
      {!wide && <AnotherPlace />}
    </>
  )
}

function Unreachable() {
  const now = useNow()
  const { shown, keptAt } = useContacts()
  const text = shown && keptAt ? say.contacts.kept(sayTime(keptAt, now)) : say.nothingKept
  return <Notice text={text} button={{ label: say.retry, onPress: () => void loadContacts() }} />
}

function signInButton() {
  const onPress = () => platform.routes.open('/pages/sign-in/index')
  return { id: 'contacts-sign-in', label: say.home.signInButton, onPress }
}
