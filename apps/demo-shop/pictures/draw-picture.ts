import type { Palette } from './colors.ts';
import { mix, paletteOf } from './colors.ts';
import { drawingByKind } from './drawing-by-kind.ts';

/** What a picture is drawn from: the two catalogue fields that decide how a product looks. */
export interface PictureSubject {
  readonly name: string;
  readonly kind: string;
  readonly color: string;
}

/** Draws a product as an SVG document of 400 × 400. Throws when its kind or color has no drawing. */
export function drawPicture(product: PictureSubject): string {
  const draw = drawingByKind[product.kind];
  if (draw === undefined) {
    throw new Error(`No drawing for the kind "${product.kind}": add it to pictures/drawing-by-kind.ts.`);
  }
  const palette = paletteOf(product.color);
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="400" height="400" role="img">',
    `<title>${escapeXml(`${product.name}, ${product.color}`)}</title>`,
    tile(palette),
    '<g stroke-linejoin="round" stroke-linecap="round">',
    draw(palette),
    '</g></svg>',
  ].join('');
}

/** The ground the product stands on. It follows the reader's color scheme, also inside an <img>. */
function tile(palette: Palette): string {
  const lightTop = mix(palette.base, '#fbfbf8', 0.9);
  const lightBottom = mix(palette.base, '#e6e9e5', 0.82);
  const darkTop = mix(palette.base, '#7d8985', 0.8);
  const darkBottom = mix(palette.base, '#58635f', 0.82);
  return [
    `<style>.a{stop-color:${lightTop}}.b{stop-color:${lightBottom}}`,
    `@media(prefers-color-scheme:dark){.a{stop-color:${darkTop}}.b{stop-color:${darkBottom}}}</style>`,
    '<defs><radialGradient id="t" cx=".5" cy=".4" r=".75"><stop class="a"/><stop class="b" offset="1"/></radialGradient>',
    // Laid over every shape, so one gradient shades all colors: lit from the upper left.
    '<linearGradient id="s"><stop stop-opacity=".22"/><stop offset=".3" stop-color="#fff" stop-opacity=".16"/>',
    '<stop offset=".62" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-opacity=".26"/></linearGradient></defs>',
    '<rect width="400" height="400" fill="url(#t)"/>',
    '<ellipse cx="200" cy="366" rx="112" ry="9" opacity=".13"/>',
  ].join('');
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
