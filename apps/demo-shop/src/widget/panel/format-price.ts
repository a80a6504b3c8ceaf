import type { ProductItem } from '../api/api-events.ts';
import type { WidgetConfig } from '../config.ts';

/** Whole amounts are shown without decimals, as price tags do. */
export function formatPrice({ price, currency }: ProductItem, config: WidgetConfig): string {
  return new Intl.NumberFormat(config.locale, {
    style: 'currency',
    currency: currency || config.currency,
    minimumFractionDigits: Number.isInteger(price) ? 0 : 2,
  }).format(price);
}
