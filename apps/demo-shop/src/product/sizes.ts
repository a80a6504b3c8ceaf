import type { Product } from '../../catalogue/product.ts';

/** The sizes a product comes in; one entry, "One size", for what has none. */
export function sizesOf({ category, kind, gender }: Product): readonly string[] {
  if (category === 'footwear') {
    if (gender === 'men') return ['41', '42', '43', '44', '45', '46'];
    if (gender === 'women') return ['36', '37', '38', '39', '40', '41'];
    return ['36', '38', '40', '42', '44', '46'];
  }
  if (kind === 'socks') return ['36–39', '40–43', '44–47'];
  if (kind === 'gloves' || kind === 'mittens') return ['S', 'M', 'L'];
  return category === 'accessories' ? ['One size'] : ['XS', 'S', 'M', 'L', 'XL'];
}
