import type { ThemeConfig } from 'antd'
import { tokens } from './tokens'

const { colour, type } = tokens

/** Errors of a form are amber ("needs you"): red is kept for U1 and the overdue. */
export const antdTheme: ThemeConfig = {
  token: {
    colorPrimary: colour.primary,
    colorLink: colour.primary,
    colorInfo: colour.primary,
    colorSuccess: colour.ok,
    colorWarning: colour.needsYou,
    colorError: colour.needsYou,
    colorText: colour.text,
    colorTextSecondary: colour.quiet,
    colorTextTertiary: colour.quiet,
    colorTextDescription: colour.quiet,
    colorTextPlaceholder: colour.quiet,
    colorBorder: colour.edge,
    colorBorderSecondary: colour.line,
    colorBgLayout: colour.page,
    colorBgContainer: colour.card,
    borderRadius: tokens.corner,
    controlHeight: tokens.target,
    fontSize: type.base,
    lineHeight: type.lineHeight,
    fontFamily:
      "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
    motionDurationFast: `${tokens.motionMs / 1000}s`,
    motionDurationMid: `${tokens.motionMs / 1000}s`,
    motionDurationSlow: `${tokens.motionMs / 1000}s`,
  },
}
