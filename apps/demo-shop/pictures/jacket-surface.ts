import type { Palette } from './colors.ts';
import type { JacketCut } from './jacket-cut.ts';
import { bodyPath } from './jacket-cut.ts';
import { area, line } from './shapes.ts';

export function surface(cut: JacketCut, palette: Palette): string {
  if (cut.baffle !== undefined) {
    const seams: string[] = [];
    for (let y = 190 - 2 * cut.baffle; y < cut.hem - 4; y += cut.baffle) {
      if (y > (cut.sleeves === false ? 150 : 120))
        seams.push(y < 190 ? `M133 ${y}Q200 ${y + 12} 267 ${y}` : `M127 ${y}Q200 ${y + 12} 273 ${y}`);
    }
    const d = seams.join('');
    return `${line(d, palette.deep, 2.5, 0.5)}<g transform="translate(0 4)">${line(d, '#fff', 4, 0.13)}</g>`;
  }
  if (cut.surface === 'pile') {
    return [
      `<defs><pattern id="p" width="14" height="12" patternUnits="userSpaceOnUse">`,
      line('M2 5q2-4 5 0M9 11q2-4 5 0', palette.deep, 1.6, 0.28) + line('M3 7q2-3 4 0', '#fff', 1.4, 0.25),
      `</pattern></defs><path d="${bodyPath(cut)}" fill="url(#p)"/>`,
    ].join('');
  }
  if (cut.surface === 'knit') {
    const ribs: string[] = [];
    for (let x = 132; x <= 270; x += 7) ribs.push(`M${x} ${cut.hem - 20}v20`);
    return [
      `<defs><pattern id="p" width="10" height="9" patternUnits="userSpaceOnUse">`,
      line('M0 2l5 5l5-5', palette.deep, 1.5, 0.2),
      `</pattern></defs><path d="${bodyPath(cut)}" fill="url(#p)"/>`,
      line(`M126 ${cut.hem - 21}Q200 ${cut.hem - 14} 274 ${cut.hem - 21}`, palette.deep, 2, 0.4),
      line(ribs.join(''), palette.deep, 2, 0.3),
    ].join('');
  }
  return area(`M150 190Q164 250 152 ${cut.hem - 8}L140 ${cut.hem - 8}Q150 240 140 196Z`, '#fff', 0.07);
}

export function front(cut: JacketCut, palette: Palette): string {
  const parts: string[] = [];
  if (cut.waistAt !== undefined)
    parts.push(line(`M126 ${cut.waistAt}Q200 ${cut.waistAt + 9} 274 ${cut.waistAt}`, palette.deep, 3, 0.45));
  if (cut.zipTo !== undefined) {
    parts.push(
      line(`M200 104V${cut.zipTo}`, palette.deep, 5, 0.75),
      line(`M200 104V${cut.zipTo}`, palette.light, 1.4, 0.7),
    );
    parts.push(line('M200 116v12', palette.accent, 5));
  }
  const low = cut.hem - 74;
  if (cut.pockets === 'slanted') {
    parts.push(
      line(`M158 ${low}l-12 40M242 ${low}l12 40`, palette.deep, 5, 0.6),
      line(`M158 ${low}v8M242 ${low}v8`, palette.accent, 3.5),
    );
  } else if (cut.pockets === 'flap') {
    parts.push(area(`M138 ${low}h46v18q-23 8-46 0ZM216 ${low}h46v18q-23 8-46 0Z`, palette.dark));
    parts.push(line(`M138 ${low + 20}v38h46v-38M216 ${low + 20}v38h46v-38`, palette.deep, 2, 0.4));
  } else if (cut.pockets === 'chest') {
    parts.push(area('M218 152h36v34q-18 8-36 0Z', palette.dark, 0.8), line('M220 156h32', palette.accent, 3));
    parts.push(line(`M156 ${low + 10}l-8 36M244 ${low + 10}l8 36`, palette.deep, 4, 0.5));
  }
  if (cut.surface !== 'knit')
    parts.push(line(`M129 ${cut.hem - 8}Q200 ${cut.hem} 271 ${cut.hem - 8}`, palette.deep, 2, 0.35));
  return parts.join('');
}
