const MARGIN = 2;

/**
 * The path of a line through values of 0 to 1, evenly spaced, in pixels with 0 at the bottom. A gap breaks the line; a value alone
 * between gaps is a dot. Empty where there is no value.
 *
 * @internal
 */
export function sparklinePath(
  values: ReadonlyArray<number | undefined>,
  size: { width: number; height: number },
): string {
  const step =
    values.length > 1 ? (size.width - 2 * MARGIN) / (values.length - 1) : 0;
  let drawing = false;
  return values
    .map((value, index) => {
      if (value === undefined) {
        drawing = false;
        return '';
      }
      const x = (MARGIN + index * step).toFixed(1);
      const y = (MARGIN + (1 - value) * (size.height - 2 * MARGIN)).toFixed(1);
      const command = drawing ? `L${x} ${y}` : `M${x} ${y}h0`;
      drawing = true;
      return command;
    })
    .filter(Boolean)
    .join('');
}
