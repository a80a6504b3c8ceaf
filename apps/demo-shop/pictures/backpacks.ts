import type { Palette } from './colors.ts';
import { area, line, shaded } from './shapes.ts';

export function trekkingPack(palette: Palette): string {
  return [
    line('M170 62Q172 36 200 36Q228 36 230 62', palette.deep, 9),
    area(
      'M104 250Q78 256 82 300L100 336Q112 300 112 262ZM296 250Q322 256 318 300L300 336Q288 300 288 262Z',
      palette.dark,
    ),
    shaded(
      'M118 130Q112 88 150 74Q200 62 250 74Q288 88 282 130L296 318Q294 352 256 356Q200 364 144 356Q106 352 104 318Z',
      palette.base,
    ),
    shaded('M112 92Q118 58 160 54Q200 48 240 54Q282 58 288 92L292 142Q200 164 108 142Z', palette.dark),
    line('M110 136Q200 158 290 136', palette.deep, 3, 0.6),
    line('M160 148v46M240 148v46', palette.deep, 9),
    area('M152 190h16v14h-16ZM232 190h16v14h-16Z', palette.accent),
    shaded(
      'M134 230Q200 218 266 230L272 320Q270 336 250 338Q200 344 150 338Q130 336 128 320Z',
      palette.light,
    ),
    line('M140 252Q200 242 260 252', palette.deep, 4, 0.6),
    line('M246 251v14', palette.accent, 5),
    line('M150 84Q200 76 250 84', palette.light, 3, 0.5),
    area('M182 100h36v20h-36Z', palette.deep, 0.7),
    line('M190 115l7-9 5 5 4-4 5 8', palette.accent, 2.2),
  ].join('');
}

export function dayPack(palette: Palette): string {
  return [
    line('M176 84Q178 60 200 60Q222 60 224 84', palette.deep, 8),
    shaded(
      'M116 190Q112 80 200 76Q288 80 284 190L286 320Q284 352 248 354Q200 360 152 354Q116 352 114 320Z',
      palette.base,
    ),
    line('M124 176Q134 106 200 102Q266 106 276 176', palette.deep, 4, 0.7),
    line('M276 174v18', palette.accent, 5),
    shaded('M132 226Q200 212 268 226L270 316Q268 336 244 338Q200 342 156 338Q132 336 130 316Z', palette.dark),
    line('M140 246Q200 234 260 246', palette.light, 2.5, 0.6),
    line('M148 262L250 318M250 262L148 318', palette.accent, 3.5),
    line('M115 250l-12 44M285 250l12 44', palette.deep, 8, 0.8),
  ].join('');
}

export function rollTopPack(palette: Palette): string {
  return [
    shaded('M122 128L116 92Q200 82 284 92L278 128Z', palette.dark),
    shaded(
      'M110 76Q106 60 126 56Q200 46 274 56Q294 60 290 76Q292 96 274 96Q200 88 126 96Q108 96 110 76Z',
      palette.base,
    ),
    line('M114 76Q200 66 286 76', palette.deep, 2.5, 0.5),
    shaded('M118 124Q200 114 282 124L292 322Q290 352 254 356Q200 362 146 356Q110 352 108 322Z', palette.base),
    line('M160 62V226M240 62V226', palette.deep, 10),
    area('M151 184h18v20h-18ZM231 184h18v20h-18Z', palette.accent),
    area('M108 262Q200 250 291 262L292 322Q290 352 254 356Q200 362 146 356Q110 352 108 322Z', palette.dark),
    line('M109 262Q200 250 291 262', palette.light, 3, 0.6),
    line('M132 306H268', palette.accent, 6, 0.9),
    area('M124 132Q134 240 122 250L114 250Z', '#fff', 0.12),
  ].join('');
}
