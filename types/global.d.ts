/// <reference types="@tarojs/taro" />

/** Where the phone finds the API; empty in a browser, where pages and API share one origin. */
declare const API_BASE: string

/** The cloud environment whose function the phone calls; empty where the backend is a server. */
declare const CLOUD_ENV: string

/** The build replaces these; there is no process on a phone. */
declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV?: 'weapp' | 'h5'
    NODE_ENV?: 'development' | 'production' | 'test'
  }
  interface Process {
    env: ProcessEnv
  }
}
declare var process: NodeJS.Process

/** Native components of the phone, as JSX knows them. */
declare namespace JSX {
  interface IntrinsicElements {
    'photo-badge': {
      waiting: number
      sent?: number
      sending?: boolean
      movingWords?: string
      waitingWords?: string
      class?: string
      onOpen?: (event: { detail: { waiting: number } }) => void
    }
  }
}

declare module '*.scss'
declare module '*.module.scss' {
  const classes: Record<string, string>
  export default classes
}
declare module '*.png' {
  const address: string
  export default address
}
declare module '*.svg' {
  const address: string
  export default address
}

// Parts of WeChat's component framework. Most are published without types. The types of the packages
// themselves would bring a phone's globals, such as its own `require`, into the backend's tests, so
// the tests import the files inside.
declare module 'j-component/src/index' {
  const components: unknown
  export default components
}
declare module 'miniprogram-simulate/src/index' {
  type Rendered = {
    dom: HTMLElement | undefined
    data: Record<string, unknown>
    attach(parent: Element): void
    detach(): void
    setData(data: Record<string, unknown>): void
    querySelector(selector: string): Rendered | undefined
    dispatchEvent(name: string, options?: object): void
    addEventListener(name: string, listener: (event: { detail: unknown }) => void): void
  }
  const simulate: {
    load(path: string, options?: { rootPath?: string }): string
    render(id: string, properties?: object): Rendered
    sleep(ms: number): Promise<void>
  }
  export default simulate
}
declare module 'miniprogram-exparser' {
  const exparser: unknown
  export default exparser
}
declare module 'j-component/src/render/diff' {
  const diff: unknown
  export default diff
}
declare module 'j-component/src/render/render' {
  const render: unknown
  export default render
}
declare module 'miniprogram-compiler' {
  export function wxmlToJs(root: string, options?: { maxBuffer?: number }): string
}
declare module 'jsdom' {
  export class JSDOM {
    constructor(html?: string)
    readonly window: Window & typeof globalThis
  }
}
