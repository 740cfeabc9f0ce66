import { Input, View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { Press } from '../../components/Press'
import { spoken } from '../../components/spoken'
import { platform } from '../../platform/platform'
import { bindAccount, type BindResult } from '../../stores/bindAccount'
import { mainPost, useSession } from '../../stores/session'
import {
  BINDING_CODE_LENGTH,
  findBindingCode,
  halvesOf,
  hasLookalike,
  readBindingCode,
} from '../../words/bindingCode'
import { say } from '../../words/say'

/** Room for the spaces and hyphens that people type between. */
const TYPED_MAX = 20

/** What was typed stays as it was typed, or a Chinese keyboard loses its place; what was read stands below it. */
export function CodeForm({ ready }: { ready: boolean }) {
  const [typed, setTyped] = useState('')
  const { working, trouble, unsent, bind, tell } = useBinding()
  const code = readBindingCode(typed)
  const take = (text: string) => {
    setTyped(text)
    tell(undefined)
  }
  return (
    <View className="card">
      <View className="strong">{say.bind.code}</View>
      <Input
        id="bind-code"
        className="input input--code"
        type="text"
        value={typed}
        maxlength={TYPED_MAX}
        placeholder={say.bind.hint}
        placeholderClass="placeholder"
        onInput={(event) => take(event.detail.value)}
        {...spoken(say.bind.code, 'textbox')}
      />
      <CodeRead code={code} />
      {trouble && (
        <View id="bind-trouble" className="card card--needs-you" {...spoken(trouble, 'alert')}>
          {trouble}
        </View>
      )}
      {unsent && <Press id="bind-queue" label={say.bind.seeQueue} onPress={openQueue} />}
      <Press
        id="bind-submit"
        look="primary"
        className="press--tall"
        label={working ? say.bind.working : say.bind.submit}
        disabled={working || !ready}
        onPress={() => bind(code)}
      />
      {platform.device.scanText && (
        <Press id="bind-scan" label={say.bind.scan} onPress={() => void scan(take, tell)} />
      )}
    </View>
  )
}

/** To be held against the paper: four and four, as it is printed. */
function CodeRead({ code }: { code: string }) {
  if (code === '') return null
  const [first, second] = halvesOf(code)
  return (
    <>
      <View id="bind-read" className="code" {...spoken(`${first} ${second}`, 'img')}>
        <View>{first}</View>
        <View>{second}</View>
      </View>
      {hasLookalike(code) && <View className="quiet">{say.bind.lookalike}</View>}
    </>
  )
}

function useBinding() {
  const [working, setWorking] = useState(false)
  const [trouble, setTrouble] = useState<string>()
  const [unsent, setUnsent] = useState(false)
  const busy = useRef(false)
  const bind = (code: string) => {
    if (busy.current) return
    if (code.length !== BINDING_CODE_LENGTH) return setTrouble(say.bind.length(code.length))
    busy.current = true
    setWorking(true)
    setTrouble(undefined)
    setUnsent(false)
    void bindAccount(code).then((result) => {
      busy.current = false
      setWorking(false)
      if ('done' in result) return void sayWhoAndGoHome()
      setUnsent('unsent' in result)
      setTrouble(sayTrouble(result))
    })
  }
  return { working, trouble, unsent, bind, tell: setTrouble }
}

function sayTrouble(result: Exclude<BindResult, { done: true }>): string {
  if ('unsent' in result) return say.bind.unsent(result.unsent)
  return result.problem?.title ?? say.bind.unknown
}

/** A page that changes may take a passing note with it; this one stays until it was read. */
async function sayWhoAndGoHome(): Promise<void> {
  const { person } = useSession.getState()
  const post = mainPost(person)
  const who = say.bind.who(post?.area.name ?? '', post?.roleTitle ?? '', person?.name ?? '')
  const { done: title, goHome: yes } = say.bind
  await platform.dialogs.tell({ title, text: say.bind.youAre(who), yes }).catch(() => undefined)
  platform.routes.tab('/pages/home/index')
}

function openQueue(): void {
  platform.routes.open('/pages/queue/index')
}

async function scan(take: (code: string) => void, tell: (trouble: string) => void): Promise<void> {
  const scanned = await platform.device.scanText?.().catch(() => null)
  if (scanned === null) return tell(say.bind.scanFailed)
  if (scanned === undefined) return
  const code = findBindingCode(scanned)
  if (code) take(code)
  else tell(say.bind.scanNone)
}
