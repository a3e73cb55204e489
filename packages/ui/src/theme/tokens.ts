/**
 * Colours by meaning, as CSS variables of `@backstage/ui`, so that they follow the theme. `muted` and `line` are mixed here
 * because the variables for secondary text and borders fall below the contrast of 4.5 and 3 on dark cards.
 *
 * @public
 */
export const tokens = {
  text: 'var(--bui-fg-primary)',
  muted:
    'color-mix(in srgb, var(--bui-fg-primary) 72%, var(--bui-bg-neutral-1))',
  line: 'color-mix(in srgb, var(--bui-fg-primary) 16%, var(--bui-bg-neutral-1))',
  grid: 'color-mix(in srgb, var(--bui-fg-primary) 12%, transparent)',
  surface: 'var(--bui-bg-neutral-1)',
  sunken: 'var(--bui-bg-neutral-2)',
  series: 'var(--bui-accent-bg)',
  threshold: 'var(--bui-negative-fg-subdued)',
  focus: 'var(--bui-ring)',
  font: 'var(--bui-font-regular)',
  radius: 'var(--bui-radius-3)',
  monospace: 'var(--bui-font-monospace)',
} as const;
