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
  },

  data: { words: '', percent: 0, moving: false },

  observers: {
    'waiting, sent, sending'(waiting: number, sent: number, sending: boolean) {
      const moving = sending && waiting > 0
      const total = waiting + sent
      this.setData({
        moving,
        percent: moving ? Math.round((sent / total) * 100) : 0,
        words: wordsFor(waiting, sent, moving),
      })
    },
  },

  methods: {
    onTap() {
      this.triggerEvent('open', { waiting: this.data.waiting })
    },
  },
})

function wordsFor(waiting: number, sent: number, moving: boolean): string {
  if (waiting <= 0) return ''
  return moving ? `照片 ${sent}/${waiting + sent} 上传中` : `${waiting} 张照片在手机上待传`
}
