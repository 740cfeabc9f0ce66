/** Taro's components as plain elements, with the events that Taro gives: `event.detail.value`. */
import {
  createElement,
  useEffect,
  useRef,
  type CSSProperties,
  type ReactNode,
  type SyntheticEvent,
} from 'react'

type Options = Record<string, unknown>
type Detail = { detail: Options }
type Handler = (event: Detail) => void

type Props = Options & {
  children?: ReactNode
  style?: CSSProperties | string
  onInput?: Handler
  onBlur?: Handler
  onChange?: Handler
  onConfirm?: Handler
  onSubmit?: Handler
}

/** What a DOM element understands; Taro's other properties would only make React complain. */
const passed =
  /^(id|className|role|title|src|placeholder|disabled|checked|value|href|name|onClick)$/

function plain(props: Props): Options {
  const kept = Object.entries(props).filter(
    ([name]) => passed.test(name) || name.startsWith('aria-') || name.startsWith('data-'),
  )
  const role = props['aria-role'] ? { role: props['aria-role'] } : {}
  const style = typeof props.style === 'object' ? { style: props.style } : {}
  return { ...Object.fromEntries(kept), ...role, ...style }
}

const box = (tag: string) =>
  function Box(props: Props) {
    return createElement(tag, plain(props), props.children)
  }

const valueOf = (event: SyntheticEvent) => (event.target as HTMLInputElement).value

const field = (tag: 'input' | 'textarea') =>
  function Field(props: Props) {
    const { value, ...rest } = plain(props)
    return createElement(tag, {
      ...rest,
      ...(value === undefined ? {} : { value }),
      onChange: (event: SyntheticEvent) => props.onInput?.({ detail: { value: valueOf(event) } }),
      onBlur: (event: SyntheticEvent) => props.onBlur?.({ detail: { value: valueOf(event) } }),
    })
  }

/** A test chooses with `fireEvent(element, new CustomEvent('change', { detail: { value } }))`. */
const chooser = (tag: string) =>
  function Chooser(props: Props) {
    const { value: _, ...rest } = plain(props)
    const element = useRef<HTMLElement>(null)
    useEffect(() => {
      const change = (event: Event) => {
        if (event instanceof CustomEvent) props.onChange?.({ detail: event.detail as Options })
      }
      const own = element.current
      own?.addEventListener('change', change)
      return () => own?.removeEventListener('change', change)
    })
    return createElement(tag, { ...rest, ref: element }, props.children)
  }

const toggle = (type: 'checkbox' | 'radio') =>
  function Toggle(props: Props) {
    return (
      <input
        {...plain(props)}
        type={type}
        onChange={(event) => props.onChange?.({ detail: { value: event.target.checked } })}
      />
    )
  }

export const View = box('div')
export const Text = box('span')
export const Block = box('div')
export const Button = box('button')
export const CoverView = box('div')
export const CustomWrapper = box('div')
export const Icon = box('i')
export const Image = box('img')
export const Label = box('label')
export const Map = box('div')
export const MovableArea = box('div')
export const MovableView = box('div')
export const Navigator = box('a')
export const PageContainer = box('div')
export const Progress = box('progress')
export const RichText = box('div')
export const RootPortal = box('div')
export const ScrollView = box('div')
export const Swiper = box('div')
export const SwiperItem = box('div')
export const Canvas = box('canvas')
export const Video = box('video')
export const Input = field('input')
export const Textarea = field('textarea')
export const Picker = chooser('div')
export const PickerView = chooser('div')
export const PickerViewColumn = box('div')
export const CheckboxGroup = chooser('div')
export const RadioGroup = chooser('div')
export const Slider = chooser('div')
export const Switch = toggle('checkbox')
export const Checkbox = toggle('checkbox')
export const Radio = toggle('radio')

export function Form(props: Props) {
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    props.onSubmit?.({ detail: { value: {} } })
  }
  return (
    <form {...plain(props)} onSubmit={submit}>
      {props.children}
    </form>
  )
}
