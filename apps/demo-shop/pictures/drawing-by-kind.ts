import { dayPack, rollTopPack, trekkingPack } from './backpacks.ts';
import type { Palette } from './colors.ts';
import { chelseaBoots, hikingBoots, trailShoes, winterBoots } from './footwear.ts';
import { drawJacket } from './jackets.ts';
import { beanie, cap, gloves, mittens, scarf, socks } from './small-accessories.ts';
import { drawTrousers } from './trousers.ts';

/** Every kind of the catalogue and how it is drawn. */
export const drawingByKind: Readonly<Record<string, (palette: Palette) => string>> = {
  parka: drawJacket({ hem: 340, hood: true, collar: 'zip', zipTo: 340, pockets: 'flap', waistAt: 232 }),
  'puffer jacket': drawJacket({ hem: 298, collar: 'funnel', zipTo: 300, baffle: 27, pockets: 'slanted' }),
  'rain shell': drawJacket({
    hem: 306,
    hood: true,
    collar: 'zip',
    zipTo: 308,
    pockets: 'slanted',
    yoke: true,
  }),
  'insulated jacket': drawJacket({ hem: 300, collar: 'zip', zipTo: 302, baffle: 44, pockets: 'chest' }),
  windbreaker: drawJacket({ hem: 296, hood: true, collar: 'zip', zipTo: 298, pockets: 'chest' }),
  'down vest': drawJacket({
    hem: 296,
    sleeves: false,
    collar: 'zip',
    zipTo: 298,
    baffle: 30,
    pockets: 'slanted',
  }),
  'fleece vest': drawJacket({
    hem: 294,
    sleeves: false,
    collar: 'zip',
    zipTo: 296,
    surface: 'pile',
    pockets: 'slanted',
  }),
  raincoat: drawJacket({ hem: 352, hood: true, collar: 'zip', zipTo: 340, pockets: 'flap' }),
  'fleece jacket': drawJacket({ hem: 300, collar: 'zip', zipTo: 302, surface: 'pile', pockets: 'chest' }),
  'half-zip': drawJacket({ hem: 302, collar: 'funnel', zipTo: 186, yoke: true }),
  sweater: drawJacket({ hem: 302, collar: 'crew', surface: 'knit' }),
  'base layer top': drawJacket({ hem: 306, collar: 'crew', yoke: true }),
  'hiking trousers': drawTrousers({ hem: 354, ankle: 22, detail: 'hiking' }),
  'rain trousers': drawTrousers({ hem: 356, ankle: 26, detail: 'rain' }),
  shorts: drawTrousers({ hem: 236, ankle: 34, detail: 'shorts' }),
  'canvas trousers': drawTrousers({ hem: 354, ankle: 24, detail: 'canvas' }),
  'base layer leggings': drawTrousers({ hem: 356, ankle: 13, detail: 'leggings' }),
  'insulated trousers': drawTrousers({ hem: 352, ankle: 26, detail: 'insulated' }),
  'hiking boots': hikingBoots,
  'chelsea boots': chelseaBoots,
  'trail shoes': trailShoes,
  'winter boots': winterBoots,
  beanie,
  mittens,
  gloves,
  socks,
  cap,
  scarf,
  backpack: trekkingPack,
  daypack: dayPack,
  'roll-top backpack': rollTopPack,
};
