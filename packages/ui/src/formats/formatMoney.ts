/** An amount too small for two digits shows so many that count. */
const SIGNIFICANT = 2;

/**
 * An amount with its currency: `$1.62`, `€0.0034`. A currency that is no ISO 4217 code stands behind the number as it is.
 *
 * @public
 */
export function formatMoney(amount: number, currency: string): string {
  const small = amount !== 0 && Math.abs(amount) < 0.1;
  const digits = small
    ? { maximumSignificantDigits: SIGNIFICANT }
    : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  if (!/^[A-Z]{3}$/i.test(currency)) {
    return `${new Intl.NumberFormat('en-US', digits).format(
      amount,
    )} ${currency}`;
  }
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    ...digits,
  }).format(amount);
}
