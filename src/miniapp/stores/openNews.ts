import { platform } from '../platform/platform'

export const newsBoxes = ['notices', 'cards', 'around'] as const
export type NewsBox = (typeof newsBoxes)[number]

export function openNews(box: NewsBox): void {
  platform.routes.open(`/pages/news/index?box=${box}`)
}
