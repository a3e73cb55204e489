const FEWEST_DIGITS = 2;
const MOST_DIGITS = 6;

/** Digits behind the point: so many that two of them count, where the amount is small. */
function digitsOf(amount: number): number {
  const size = Math.abs(amount);
  if (size === 0 || size >= 0.1) return FEWEST_DIGITS;
  return Math.min(MOST_DIGITS, 1 - Math.floor(Math.log10(size)));
}

function written(amount: number, currency: string, digits: number): string {
  const format = {
    minimumFractionDigits: FEWEST_DIGITS,
    maximumFractionDigits: digits,
  };
  return /^[A-Z]{3}$/i.test(currency)
    ? new Intl.NumberFormat('en-US', {
        ...format,
        style: 'currency',
        currency,
      }).format(amount)
    : `${new Intl.NumberFormat('en-US', format).format(amount)} ${currency}`;
}

/**
 * An amount with its currency: `$1.62`, `€0.0034`. A currency that is no ISO 4217 code stands behind the number as it is. Where
 * `beside` is given and differs, digits are added until the two no longer look alike: 0.1047 beside 0.1 is `$0.105`.
 *
 * @public
 */
export function formatMoney(
  amount: number,
  currency: string,
  beside: number = amount,
): string {
  const fewest = digitsOf(amount);
  for (let digits = fewest; digits <= MOST_DIGITS; digits++) {
    const text = written(amount, currency, digits);
    if (amount === beside || text !== written(beside, currency, digits)) {
      return text;
    }
  }
  return written(amount, currency, fewest);
}
