import type { Palette } from './colors.ts';
import { area, line, mirrored, shaded } from './shapes.ts';

export function beanie(palette: Palette): string {
  const ribs = (top: number, from: number, to: number, bottom: number): string => {
    const steps: string[] = [];
    for (let i = 0; i <= 12; i++) {
      const x = from + ((to - from) * i) / 12;
      steps.push(
        `M${Math.round(200 + (x - 200) * 0.35)} ${top}Q${Math.round(200 + (x - 200) * 0.95)} ${top + 40} ${Math.round(x)} ${bottom}`,
      );
    }
    return steps.join('');
  };
  const cuffRibs: string[] = [];
  for (let x = 92; x <= 308; x += 12)
    cuffRibs.push(`M${x} ${Math.round(246 + 10 * (1 - ((x - 200) / 108) ** 2))}v74`);
  return [
    shaded('M94 262C88 150 140 92 200 92C260 92 312 150 306 262Z', palette.base),
    line(ribs(98, 104, 296, 256), palette.deep, 3, 0.3),
    shaded('M80 250Q200 276 320 250Q326 286 318 326Q200 350 82 326Q74 286 80 250Z', palette.light),
    line(cuffRibs.join(''), palette.deep, 3, 0.25),
    area('M184 292h32v20h-32Z', palette.deep),
    line('M191 306l6-8 5 5 3-4 5 7', palette.light, 2),
  ].join('');
}

export function mittens(palette: Palette): string {
  return mirrored(
    [
      shaded('M84 262Q70 170 90 128Q112 92 142 110Q168 128 164 200L160 268Z', palette.base),
      shaded('M152 214Q168 182 184 184Q198 192 190 222Q180 252 158 266Z', palette.dark),
      line('M84 168q40 16 80 0M80 206q42 16 84 0', palette.deep, 2.5, 0.45),
      shaded('M84 260Q122 274 162 264L168 334Q122 350 76 334Z', palette.dark),
      line('M82 282q42 12 82 0', palette.accent, 5),
      area('M104 126Q120 108 136 120Q120 120 108 150Z', '#fff', 0.18),
    ].join(''),
  );
}

export function gloves(palette: Palette): string {
  const ribs: string[] = [];
  for (let x = 96; x <= 166; x += 9) ribs.push(`M${x} 288v50`);
  return mirrored(
    [
      shaded(
        'M86 280L80 196L68 132Q66 116 78 114Q88 114 92 130L100 186L98 108Q98 94 110 94Q121 94 122 108L124 184L132 110Q134 98 145 99Q156 102 154 116L148 190L160 140Q164 128 174 131Q184 136 180 150L168 214L186 200Q198 196 198 208Q196 218 184 228L168 250L168 280Z',
        palette.base,
      ),
      shaded('M86 276Q128 290 170 276L172 338Q128 352 84 338Z', palette.dark),
      line(ribs.join(''), palette.deep, 3, 0.35),
      area('M70 124q8-8 16 0l2 12h-16ZM100 102q10-8 20 0v12h-21Z', palette.accent, 0.9),
      line('M104 200l-2 40M124 198v42M146 200l-4 40', palette.deep, 2, 0.3),
    ].join(''),
  );
}

export function socks(palette: Palette): string {
  const sock = (p: Palette): string =>
    [
      shaded(
        'M128 60H206L200 232Q202 252 222 268L284 316Q302 334 284 350Q262 362 236 346L146 288Q122 270 126 236Z',
        p.base,
      ),
      area('M126 236Q122 270 146 288L166 300Q190 278 178 240Q150 224 126 236Z', p.dark),
      area('M262 300L284 316Q302 334 284 350Q262 362 240 348Q232 318 262 300Z', p.dark),
      area('M128 60H206L204 96H128Z', p.dark),
      line('M138 62v32M150 62v32M162 62v32M174 62v32M186 62v32M198 62v32', p.deep, 2.5, 0.4),
      line('M128 114H204', p.accent, 7),
      line('M128 130H203', p.light, 4),
    ].join('');
  return `<g transform="translate(44 -16)">${sock({ ...palette, base: palette.dark, dark: palette.deep })}</g><g transform="translate(-34 6)">${sock(palette)}</g>`;
}

export function cap(palette: Palette): string {
  return [
    shaded('M76 244C70 150 140 104 204 110C268 118 300 170 296 244Q190 226 76 244Z', palette.base),
    line('M202 110Q176 170 180 234M206 110Q252 160 258 236', palette.deep, 2.5, 0.4),
    area('M84 244C80 190 108 142 150 124C122 160 114 200 116 240Z', palette.deep, 0.3),
    shaded('M180 240Q270 220 332 258Q362 282 346 292Q300 262 212 268Q180 266 180 240Z', palette.dark),
    line('M192 250Q280 234 336 272', palette.light, 2, 0.5),
    `<circle cx="203" cy="110" r="7" fill="${palette.dark}"/>`,
    area('M268 176l26 4v26l-24-4Z', palette.accent),
    line('M274 196l6-9 4 5 5-3 3 8', palette.deep, 2.5),
  ].join('');
}

export function scarf(palette: Palette): string {
  const fringe: string[] = [];
  for (let x = 122; x <= 178; x += 8) fringe.push(`M${x} 318v28`);
  for (let x = 212; x <= 268; x += 8) fringe.push(`M${x} 344v24`);
  return [
    line(fringe.join(''), palette.dark, 4.5),
    shaded('M206 130Q262 150 268 200L274 346H206L196 200Z', palette.dark),
    line('M200 304H273M201 318H273', palette.light, 5, 0.8),
    shaded(
      'M118 120Q124 64 200 60Q276 64 282 120Q284 168 236 184Q170 196 132 168Q116 150 118 120Z',
      palette.base,
    ),
    area('M148 112Q160 84 200 82Q240 84 252 112Q236 140 200 142Q164 140 148 112Z', palette.deep, 0.85),
    line('M124 140Q170 176 270 150M132 162Q180 190 246 178', palette.deep, 2.5, 0.4),
    shaded('M126 158Q170 186 196 176L186 320H116Q114 230 126 158Z', palette.base),
    line('M117 276H187M117 290H187', palette.light, 5, 0.8),
  ].join('');
}
