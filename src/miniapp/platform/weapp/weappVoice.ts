import Taro from '@tarojs/taro'
import { voiceRules } from '@domain/photo/photoRules'
import type { Voice, VoiceEnd } from '../ports'

/** Below that somebody only touched the button. */
const HEARD_MS_MIN = 800

/** One recorder for the whole app, as WeChat has it; whoever began last is told of the end. */
export function createWeappVoice(): Voice {
  const recorder = Taro.getRecorderManager()
  let ended: VoiceEnd | undefined
  const end: VoiceEnd = (recording) => {
    const told = ended
    ended = undefined
    told?.(recording)
  }
  recorder.onStop(({ tempFilePath, duration }) =>
    end(
      duration < HEARD_MS_MIN
        ? undefined
        : { temporary: tempFilePath, seconds: Math.round(duration / 1000) },
    ),
  )
  recorder.onError(() => end(undefined))
  return {
    async start(onEnd) {
      await allowMicrophone()
      ended = onEnd
      // Mono at telephone quality: a minute is a quarter of a megabyte, and every phone plays it.
      recorder.start({
        duration: voiceRules.secondsMax * 1000,
        sampleRate: 16_000,
        numberOfChannels: 1,
        encodeBitRate: 32_000,
        format: 'mp3',
      })
    },
    stop: () => recorder.stop(),
    play,
  }
}

/** Asked at the moment of use; who has said no once is not asked again by WeChat. */
async function allowMicrophone(): Promise<void> {
  try {
    await Taro.authorize({ scope: 'scope.record' })
  } catch (cause) {
    throw new Error('The microphone may not be used', { cause })
  }
}

/** Kept without the ending that players go by, so it is played from a copy. */
async function play(address: string): Promise<void> {
  const player = Taro.createInnerAudioContext()
  const release = () => player.destroy()
  player.onEnded(release)
  player.onError(release)
  player.src = address.startsWith('http') ? address : await copyToPlay(address)
  player.play()
}

function copyToPlay(srcPath: string): Promise<string> {
  const destPath = `${Taro.env.USER_DATA_PATH}/played.mp3`
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().copyFile({
      srcPath,
      destPath,
      success: () => resolve(destPath),
      fail: (cause) => reject(new Error('The voice could not be played', { cause })),
    })
  })
}
