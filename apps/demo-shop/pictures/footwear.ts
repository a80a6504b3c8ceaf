import type { Palette } from './colors.ts';
import { area, line, shaded } from './shapes.ts';

type Shoe = (palette: Palette) => string;

/** The pair: the other shoe stands behind, darker and a little higher. */
function pair(shoe: Shoe): Shoe {
  return (palette) =>
    [
      '<g transform="translate(14 44) scale(.88)"><g transform="translate(58 -26)">',
      shoe({ ...palette, base: palette.dark, light: palette.base, dark: palette.deep }),
      `</g><g transform="translate(-22 6)">${shoe(palette)}</g></g>`,
    ].join('');
}

function sole(top: string, tread: string): string {
  return area(top, '#3a3631') + area(tread, '#262421');
}

const lugs =
  'M84 346h22l3 12H88ZM118 348h22l3 11h-22ZM152 350h22l2 10h-20ZM220 350h22l-2 10h-20ZM254 350h22l-3 10h-21ZM288 348h20l-4 10h-18Z';

const hikingBoot: Shoe = (palette) =>
  [
    sole('M78 330Q190 322 318 332Q326 340 316 350L86 350Q74 344 78 330Z', lugs),
    shaded(
      'M84 168Q120 156 160 166L168 218Q186 248 240 262Q304 274 316 306L318 334Q190 326 80 332Q70 270 84 168Z',
      palette.base,
    ),
    area('M262 270Q308 284 316 308L318 334Q290 331 262 330Q254 296 262 270Z', palette.dark),
    area('M80 292Q108 286 124 306L128 328L80 332Z', palette.dark),
    shaded('M80 164Q122 148 164 162L162 182Q122 172 82 186Z', palette.dark),
    area('M160 178L172 216Q186 246 232 260L212 276Q166 258 148 208Z', palette.dark, 0.75),
    line('M152 196l22-8M158 216l24-10M168 236l24-14M184 254l22-16M204 268l16-18', palette.accent, 5),
    line('M92 216Q122 226 140 256Q156 296 250 300', palette.deep, 2, 0.4),
  ].join('');

const chelseaBoot: Shoe = (palette) =>
  [
    sole('M82 334Q190 328 314 334Q322 342 314 352L86 352Q76 344 82 334Z', 'M84 346h66v14H88Z'),
    shaded(
      'M92 128Q126 120 160 128L170 226Q188 256 246 270Q304 284 314 312L314 336Q190 330 84 336Q78 230 92 128Z',
      palette.base,
    ),
    area('M112 128h30L136 238Q126 248 116 238Z', palette.deep, 0.75),
    line('M118 134v98M126 134v104M134 134v100', palette.light, 1.5, 0.35),
    line('M92 128Q126 120 160 128', palette.deep, 4, 0.6),
    line('M92 130q-10-20 2-24q10 0 8 22', palette.accent, 5),
    area('M250 276Q298 288 308 312Q276 288 244 284Z', '#fff', 0.22),
  ].join('');

const trailShoe: Shoe = (palette) =>
  [
    area(
      'M74 316Q120 330 190 326Q262 318 326 318Q334 334 318 344Q200 352 84 344Q70 334 74 316Z',
      palette.light,
    ),
    area(
      'M80 338Q200 346 322 338L318 346Q200 354 86 346ZM92 344h18l2 8H95ZM126 346h18l2 8h-18ZM164 348h18l1 7h-18ZM206 348h18l-1 7h-18ZM246 347h18l-2 8h-17ZM284 345h16l-3 8h-15Z',
      '#2b2926',
    ),
    shaded(
      'M84 236Q100 222 126 232Q146 252 176 240Q206 268 258 280Q314 292 326 320Q200 318 76 320Q70 268 84 236Z',
      palette.base,
    ),
    area('M272 284Q318 296 326 320Q300 319 270 319Q262 300 272 284Z', palette.dark),
    area('M84 238Q96 226 110 230Q96 268 112 318L76 320Q70 268 84 238Z', palette.dark),
    area('M128 236Q148 250 178 240L196 254Q160 272 126 254Z', palette.deep, 0.6),
    line('M160 256l22-14M176 268l24-14M194 278l24-12M214 286l20-12', palette.accent, 4.5),
    line('M124 304Q160 270 206 300Q230 312 258 304', palette.light, 7),
    line('M86 236q-12-10-6-18', palette.accent, 4),
  ].join('');

const winterBoot: Shoe = (palette) =>
  [
    sole('M70 328Q190 320 324 330Q332 340 322 352L80 352Q66 342 70 328Z', lugs),
    shaded(
      'M86 110Q126 100 168 112L172 214Q190 246 250 262Q312 276 322 306L324 332Q190 324 72 330Q66 250 86 110Z',
      palette.base,
    ),
    area('M74 280Q180 268 236 262Q312 276 322 306L324 332Q190 324 72 330Z', palette.deep, 0.85),
    area('M76 286Q180 276 246 272Q300 282 314 304Q190 284 74 296Z', '#fff', 0.14),
    shaded(
      'M78 118Q74 92 96 90Q126 78 158 90Q182 92 176 118Q170 130 150 126Q126 134 104 128Q84 132 78 118Z',
      '#efe6d6',
    ),
    line(
      'M92 102q6 8 14 2M120 98q6 10 16 2M150 104q6 6 12 0M108 116q8 8 16 0M138 116q8 8 16 0',
      '#b9ab94',
      3,
      0.7,
    ),
    line('M136 150l34-6M138 172l34-6M140 194l34-6M146 216l32-8M158 238l30-14', palette.accent, 5),
    line('M100 136Q92 200 94 270', palette.deep, 2, 0.35),
  ].join('');

export const hikingBoots: Shoe = pair(hikingBoot);
export const chelseaBoots: Shoe = pair(chelseaBoot);
export const trailShoes: Shoe = pair(trailShoe);
export const winterBoots: Shoe = pair(winterBoot);
