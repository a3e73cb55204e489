import { tokens } from './tokens';

/** What a colour stands for. Grey (`unknown`) is for what is not known, `neutral` for what carries no judgement. @public */
export type Tone = 'good' | 'warning' | 'bad' | 'info' | 'unknown' | 'neutral';

/** @public */
export interface ToneColours {
  background: string;
  foreground: string;
  border: string;
  /** For bars and marks without text on them. */
  solid: string;
}

/** Strong enough for a bar or a mark on a card: darker in the light theme, lighter in the dark one. */
const solid = (family: string) =>
  `color-mix(in srgb, var(--bui-${family}-bg) 70%, var(--bui-fg-primary))`;

/** Pairs whose text reads at a contrast of 4.5 or more in the light and the dark theme. @public */
export const TONES: Readonly<Record<Tone, ToneColours>> = {
  good: {
    background: 'var(--bui-positive-bg-subdued)',
    foreground: 'var(--bui-positive-fg-subdued)',
    border: 'var(--bui-positive-border)',
    solid: solid('positive'),
  },
  warning: {
    background: 'var(--bui-warning-bg-subdued)',
    foreground: 'var(--bui-warning-fg-subdued)',
    border: 'var(--bui-warning-border)',
    solid: solid('warning'),
  },
  bad: {
    background: 'var(--bui-negative-bg-subdued)',
    foreground: 'var(--bui-negative-fg-subdued)',
    border: 'var(--bui-negative-border)',
    solid: solid('negative'),
  },
  info: {
    background: 'var(--bui-announcement-bg-subdued)',
    foreground: 'var(--bui-announcement-fg-subdued)',
    border: 'var(--bui-announcement-border)',
    solid: solid('announcement'),
  },
  unknown: {
    background: tokens.sunken,
    foreground: tokens.muted,
    border: tokens.muted,
    solid: tokens.muted,
  },
  neutral: {
    background: tokens.sunken,
    foreground: tokens.text,
    border: tokens.line,
    solid: tokens.muted,
  },
};
