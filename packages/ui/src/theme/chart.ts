import { tokens } from './tokens';

/** What all charts have in common. Height in pixels. */
export const CHART_HEIGHT = 280;

/** Words and numbers on an axis. */
export const AXIS_TEXT = { fill: tokens.muted, fontSize: 12 };

/** The box that follows the pointer, in the colours of the theme. */
export const TOOLTIP_STYLE = {
  contentStyle: {
    background: tokens.surface,
    borderColor: tokens.line,
    color: tokens.text,
  },
  itemStyle: { color: tokens.text },
};
