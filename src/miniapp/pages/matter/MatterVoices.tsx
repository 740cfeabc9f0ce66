import { View } from '@tarojs/components'
import type { PhotoView } from '@contract/views'
import { Press } from '../../components/Press'
import { platform } from '../../platform/platform'
import { addressOf } from '../../stores/apiBase'
import { say } from '../../words/say'

/** What was said instead of written; in words beside it where the county has a service for that. */
export function MatterVoices({ voices }: { voices: readonly PhotoView[] }) {
  if (voices.length === 0) return null
  return (
    <View>
      <View className="section">{say.voice.of}</View>
      {voices.map((voice, index) => (
        <MatterVoice key={voice.fileId} voice={voice} n={index + 1} />
      ))}
    </View>
  )
}

function MatterVoice({ voice: { state, url, transcript }, n }: { voice: PhotoView; n: number }) {
  if (state !== 'ready' || !url)
    return (
      <View className="card quiet">
        {say.matter.photoState[state === 'ready' ? 'processing' : state]}
      </View>
    )
  return (
    <View className="card">
      <Press id={`voice-${n}`} label={say.voice.play} onPress={() => void play(addressOf(url))} />
      {transcript && <View className="voice__words">{say.voice.transcript(transcript)}</View>}
    </View>
  )
}

/** In a browser the page itself can play what the phone recorded. */
async function play(address: string): Promise<void> {
  await (platform.voice?.play ?? playInPage)(address).catch(() =>
    platform.dialogs.toast(say.voice.notPlayed),
  )
}

declare const Audio: new (address: string) => { play(): Promise<void> }

function playInPage(address: string): Promise<void> {
  return new Audio(address).play()
}
