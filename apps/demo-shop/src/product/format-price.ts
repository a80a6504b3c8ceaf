const euros = new Intl.NumberFormat('en-IE', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});

/** `€189`: the shop has whole prices only. */
export function formatPrice(amount: number): string {
  return euros.format(amount);
}
