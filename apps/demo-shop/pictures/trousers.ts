import type { Palette } from './colors.ts';
import { area, line, mirrored, shaded } from './shapes.ts';

export interface TrousersCut {
  /** Y position of the hem. */
  readonly hem: number;
  /** Half the width of a leg at the hem. */
  readonly ankle: number;
  readonly detail: 'hiking' | 'rain' | 'shorts' | 'canvas' | 'leggings' | 'insulated';
}

export function drawTrousers(cut: TrousersCut): (palette: Palette) => string {
  return (palette) => {
    const leg = legPath(cut);
    const place = cut.detail === 'shorts' ? 'translate(-60 20) scale(1.3)' : 'translate(-8 -8) scale(1.04)';
    return [
      `<g transform="${place}">`,
      mirrored(shaded(leg, palette.base) + legShade(cut, palette) + legDetail(cut, palette)),
      waistband(cut, palette),
      '</g>',
    ].join('');
  };
}

function legPath({ hem, ankle, detail }: TrousersCut): string {
  const bulge = detail === 'insulated' ? 12 : 0;
  const outerHem = 164 - ankle;
  const innerHem = 164 + ankle;
  return [
    `M146 58Q${134 - bulge} 120 ${132 - bulge} 160`,
    `Q${128 - bulge} ${(160 + hem) / 2} ${outerHem} ${hem}`,
    `Q164 ${hem + 6} ${innerHem} ${hem}`,
    `Q${194} ${(170 + hem) / 2} 201 168L201 58Z`,
  ].join('');
}

function legShade({ hem, ankle }: TrousersCut, palette: Palette): string {
  const inner = 164 + ankle;
  return [
    area(
      `M201 150Q186 ${(170 + hem) / 2} ${inner - 12} ${hem}L${inner} ${hem}Q194 ${(170 + hem) / 2} 201 168Z`,
      palette.deep,
      0.4,
    ),
    area(`M156 90Q146 180 154 ${hem - 6}L164 ${hem - 4}Q158 190 170 92Z`, '#fff', 0.08),
  ].join('');
}

function legDetail({ hem, ankle, detail }: TrousersCut, palette: Palette): string {
  const outer = 164 - ankle;
  const cuff = line(
    `M${outer + 1} ${hem - 10}Q164 ${hem - 4} ${164 + ankle - 1} ${hem - 10}`,
    palette.deep,
    2,
    0.45,
  );
  switch (detail) {
    case 'hiking':
      return [
        line('M152 84l-14 34', palette.deep, 4, 0.55),
        line('M136 214Q160 206 190 216M134 262Q160 270 186 262', palette.deep, 2, 0.4),
        line(`M140 150l30 3`, palette.accent, 3),
        cuff,
      ].join('');
    case 'rain':
      return [
        line(`M140 66Q122 160 ${outer + 5} ${hem - 4}`, palette.deep, 5, 0.8),
        line(`M140 66Q122 160 ${outer + 5} ${hem - 4}`, palette.accent, 1.6),
        cuff,
      ].join('');
    case 'shorts':
      return (
        line('M150 84l-12 30', palette.deep, 4, 0.5) +
        line(`M${outer + 4} ${hem - 24}l4 22`, palette.light, 4) +
        cuff
      );
    case 'canvas':
      return [
        area('M138 222Q162 214 188 222L184 286Q162 292 136 286Z', palette.dark, 0.7),
        line('M142 228Q162 221 184 228L180 281Q162 286 140 281Z', palette.light, 1.4, 0.7),
        line('M148 82Q160 104 182 82', palette.deep, 2.5, 0.5),
        line(`M137 130Q126 220 ${outer + 3} ${hem - 4}`, palette.light, 1.4, 0.5),
        cuff,
      ].join('');
    case 'leggings':
      return (
        line(`M178 70Q150 190 166 ${hem - 12}`, palette.light, 2, 0.45) +
        line(`M142 236q24 8 46 0`, palette.deep, 1.6, 0.4) +
        cuff
      );
    case 'insulated':
      return [
        line(
          'M126 190q34 14 68 0M122 226q34 14 66 0M122 262q34 13 62 0M126 298q28 12 54 0',
          palette.deep,
          2.6,
          0.45,
        ),
        line('M152 84l-16 36', palette.deep, 5, 0.6),
        line('M152 84v8', palette.accent, 4),
        area(
          `M${outer - 2} ${hem - 22}Q164 ${hem - 14} ${164 + ankle + 1} ${hem - 22}L${164 + ankle} ${hem}Q164 ${hem + 6} ${outer} ${hem}Z`,
          palette.dark,
        ),
      ].join('');
  }
}

function waistband({ detail }: TrousersCut, palette: Palette): string {
  const band = shaded('M145 46Q200 56 255 46L256 68Q200 80 144 68Z', palette.dark);
  if (detail === 'leggings') return band;
  const fly = line('M200 72V128Q200 142 212 146', palette.deep, 2, 0.5);
  if (detail === 'shorts' || detail === 'rain') {
    return band + line('M196 66q-10 24-6 34M204 66q10 20 6 34', palette.accent, 3);
  }
  return [
    band,
    fly,
    line('M166 47v24M234 47v24', palette.deep, 5, 0.6),
    `<circle cx="200" cy="62" r="4.5" fill="${palette.accent}"/>`,
  ].join('');
}
