import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { voiceRules } from '@domain/photo/photoRules'
import type { PhotoRecord } from '../photos/photoRecord'
import { platform } from '../platform/platform'
import type { Voice } from '../platform/ports'
import { removePhoto } from '../stores/draftPhotos'
import { addVoice } from '../stores/draftVoices'
import { say } from '../words/say'
import { Icon } from './Icon'
import { Press } from './Press'

/** 说话上报: one tap begins, one ends. Where nothing can be recorded there is nothing to see. */
export function VoiceNotes({
  draftKey,
  voices,
}: {
  draftKey: string
  voices: readonly PhotoRecord[]
}) {
  const { voice } = platform
  if (!voice) return null
  return (
    <View className="field">
      {voices.map((note, index) => (
        <VoiceNote key={note.fileId} draftKey={draftKey} note={note} n={index + 1} voice={voice} />
      ))}
      {voices.length < voiceRules.voicesPerReportMax && (
        <RecordButton draftKey={draftKey} voice={voice} />
      )}
    </View>
  )
}

type NoteProps = { draftKey: string; note: PhotoRecord; n: number; voice: Voice }

function VoiceNote({ draftKey, note: { fileId, seconds = 0 }, n, voice }: NoteProps) {
  return (
    <View className="row voice">
      <Press
        id={`voice-play-${n}`}
        className="grow"
        label={say.voice.listen(seconds)}
        onPress={() => void listen(voice, fileId)}
      />
      <Press
        id={`voice-remove-${n}`}
        look="quiet"
        label={say.voice.remove(n)}
        onPress={() => removePhoto(draftKey, fileId)}
      >
        {say.voice.removeShort}
      </Press>
    </View>
  )
}

async function listen(voice: Voice, fileId: string): Promise<void> {
  const address = await platform.photos.address(fileId)
  await (address ? voice.play(address) : Promise.reject(new Error('gone'))).catch(() =>
    platform.dialogs.toast(say.voice.notPlayed),
  )
}

function RecordButton({ draftKey, voice }: { draftKey: string; voice: Voice }) {
  const [since, setSince] = useState<number>()
  // Left in the middle: what was said until then is kept.
  useEffect(() => (since === undefined ? undefined : () => voice.stop()), [since])
  const begin = () =>
    voice
      .start((recording) => {
        setSince(undefined)
        if (!recording) return platform.dialogs.toast(say.voice.nothingHeard)
        addVoice(draftKey, recording).catch(() => platform.dialogs.toast(say.voice.notKept))
      })
      .then(() => setSince(Date.now()))
      .catch(() => void offerPermission())
  if (since === undefined)
    return (
      <Press id="voice-start" label={say.voice.start} onPress={() => void begin()}>
        <Icon name="voice" />
        {say.voice.start}
      </Press>
    )
  return (
    <Press id="voice-stop" look="danger" label={say.voice.stop} onPress={voice.stop}>
      <Listened since={since} />
    </Press>
  )
}

/** How long it has been listening, and until when it can. */
function Listened({ since }: { since: number }) {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const tick = setInterval(() => setSeconds(Math.floor((Date.now() - since) / 1000)), 1000)
    return () => clearInterval(tick)
  }, [since])
  return <>{say.voice.listening(seconds, voiceRules.secondsMax)}</>
}

async function offerPermission(): Promise<void> {
  const { denied: title, deniedNext: text, openPermissions: yes } = say.voice
  if (await platform.dialogs.confirm({ title, text, yes })) await platform.device.openPermissions()
}
