/**
 * How many photos still wait on this phone, and how far they have come. Native, so that progress
 * that ticks many times a second redraws this badge alone and never the page around it.
 */
Component({
  properties: {
    /** Photos not yet at the township. */
    waiting: { type: Number, value: 0 },
    /** Photos that arrived since sending began. */
    sent: { type: Number, value: 0 },
    /** True while photos are on their way. */
    sending: { type: Boolean, value: false },
    /** What it says in the language of the app; `{sent}`, `{all}` and `{waiting}` are filled in. */
    movingWords: { type: String, value: '照片 {sent}/{all} 上传中' },
    waitingWords: { type: String, value: '{waiting} 张照片在手机上待传' },
  },

  data: { words: '', percent: 0, moving: false },

  observers: {
    'waiting, sent, sending, movingWords, waitingWords'(
      waiting: number,
      sent: number,
      sending: boolean,
      movingWords: string,
      waitingWords: string,
    ) {
      const moving = sending && waiting > 0
      const total = waiting + sent
      this.setData({
        moving,
        percent: moving ? Math.round((sent / total) * 100) : 0,
        words:
          waiting > 0
            ? fill(moving ? movingWords : waitingWords, { waiting, sent, all: total })
            : '',
      })
    },
  },

  methods: {
    onTap() {
      this.triggerEvent('open', { waiting: this.data.waiting })
    },
  },
})

function fill(words: string, numbers: Readonly<Record<string, number>>): string {
  return words.replace(/\{(\w+)\}/g, (_, name: string) => String(numbers[name] ?? ''))
}
