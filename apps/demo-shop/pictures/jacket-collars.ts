import type { Palette } from './colors.ts';
import type { JacketCut } from './jacket-cut.ts';
import { area, line, shaded } from './shapes.ts';

export function hood(palette: Palette): string {
  return [
    shaded('M158 112C138 58 164 30 200 30C236 30 262 58 242 112Q200 132 158 112Z', palette.dark),
    area('M174 104C162 66 176 48 200 48C224 48 238 66 226 104Q200 122 174 104Z', palette.deep),
    line('M174 104C162 66 176 48 200 48C224 48 238 66 226 104', palette.light, 3, 0.5),
  ].join('');
}

export function collarBack({ collar }: JacketCut, palette: Palette): string {
  return collar === 'crew' ? area('M170 98Q200 78 230 98Q200 118 170 98Z', palette.deep) : '';
}

export function collarFront({ collar, hood: hasHood }: JacketCut, palette: Palette): string {
  if (collar === 'crew')
    return line('M171 98Q200 128 229 98', palette.dark, 9) + line('M171 98Q200 84 229 98', palette.dark, 5);
  if (collar === 'fold') {
    return [
      area('M172 100Q200 76 228 100L200 116Z', palette.deep),
      shaded('M176 86L166 106L182 138L200 116ZM224 86L234 106L218 138L200 116Z', palette.light),
    ].join('');
  }
  if (hasHood) return shaded('M168 96Q200 112 232 96L230 122Q200 136 170 122Z', palette.light);
  const top = collar === 'funnel' ? 66 : 76;
  return [
    area(
      `M172 ${top}Q200 ${top - 12} 228 ${top}L226 ${top + 14}Q200 ${top + 4} 174 ${top + 14}Z`,
      palette.deep,
    ),
    shaded(`M172 ${top}Q200 ${top + 14} 228 ${top}L232 104Q200 126 168 104Z`, palette.base),
    collar === 'funnel' ? line('M171 86Q200 102 229 86', palette.deep, 2, 0.4) : '',
  ].join('');
}
