import type { Palette } from './colors.ts';
import { collarBack, collarFront, hood } from './jacket-collars.ts';
import type { JacketCut } from './jacket-cut.ts';
import { bodyPath } from './jacket-cut.ts';
import { front, surface } from './jacket-surface.ts';
import { area, line, mirrored, shaded } from './shapes.ts';

export function drawJacket(cut: JacketCut): (palette: Palette) => string {
  return (palette) =>
    [
      // Centers the drawing: a jacket ends well above the lower edge.
      `<g transform="translate(-16 ${Math.round(190 - (cut.hem + (cut.hood ? 30 : 66)) * 0.54)}) scale(1.08)">`,
      cut.hood ? hood(palette) : '',
      mirrored(cut.sleeves === false ? '' : sleeve(cut, palette)),
      collarBack(cut, palette),
      shaded(bodyPath(cut), palette.base),
      cut.yoke
        ? area(
            'M124 124Q150 104 172 98L200 112L228 98Q250 104 276 124L274 168Q200 184 126 168Z',
            palette.dark,
            0.55,
          )
        : '',
      surface(cut, palette),
      front(cut, palette),
      collarFront(cut, palette),
      '</g>',
    ].join('');
}

function sleeve(cut: JacketCut, palette: Palette): string {
  const wide = cut.baffle === undefined ? 0 : 7;
  const outline = `M126 122Q104 130 ${96 - wide} 166L${70 - wide} 288Q${68 - wide} 298 ${76 - wide} 300L${98} 306Q106 307 108 298L134 214Z`;
  const cuff = area(
    `M${68 - wide} 290L106 300L103 314Q102 318 97 317L${70 - wide} 310Q${64 - wide} 308 ${66 - wide} 303Z`,
    palette.dark,
  );
  const quilting: string[] = [];
  if (cut.baffle !== undefined) {
    for (let y = 158; y < 286; y += cut.baffle * 0.9) {
      const x = 96 - wide - (y - 166) * 0.21;
      quilting.push(
        `M${Math.round(x)} ${Math.round(y)}q18 12 ${Math.round(134 - x - (y - 158) * 0.2)} ${12}`,
      );
    }
  }
  return [
    shaded(outline, palette.base),
    area('M134 160L134 214L108 298L100 304L122 206Z', palette.deep, 0.35),
    quilting.length > 0 ? line(quilting.join(''), palette.deep, 2, 0.4) : '',
    cuff,
  ].join('');
}
