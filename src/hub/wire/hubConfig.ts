/** What the server says of this installation before anybody signs in. */
export type HubConfig = {
  readonly demo: boolean
  /** 统一登录 stands beside account and password. */
  readonly signOn?: boolean
  /** 天地图: a tile layer and its key, where the county has one. */
  readonly tianditu: { readonly url: string; readonly key: string } | null
}

const plainConfig: HubConfig = { demo: false, tianditu: null }

/** Without an answer the console is the plain one: no demo sign-in, no tiles. */
export async function readHubConfig(fetchIt: typeof fetch): Promise<HubConfig> {
  try {
    const response = await fetchIt('/hub/config.json', { cache: 'no-store' })
    return response.ok
      ? { ...plainConfig, ...((await response.json()) as Partial<HubConfig>) }
      : plainConfig
  } catch {
    // Unreachable now: signing in will say so, in its own words.
    return plainConfig
  }
}
