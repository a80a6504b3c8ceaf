/** How one jacket differs from the next. Lengths are y positions in the 400 × 400 picture. */
export interface JacketCut {
  readonly hem: number;
  readonly sleeves?: boolean;
  readonly hood?: boolean;
  readonly collar: 'funnel' | 'fold' | 'crew' | 'zip';
  /** How far down the zip goes; none at all when left out. */
  readonly zipTo?: number;
  /** Height of a quilted baffle; a smooth surface when left out. */
  readonly baffle?: number;
  readonly surface?: 'pile' | 'knit';
  readonly pockets?: 'slanted' | 'flap' | 'chest';
  readonly waistAt?: number;
  readonly yoke?: boolean;
}

export function bodyPath({ hem, baffle, sleeves }: JacketCut): string {
  const shoulder = sleeves === false ? 136 : 124;
  const [down, up] = sideSeams(hem, baffle);
  return [
    `M172 98Q150 106 ${shoulder} 124L127 190${down}Q200 ${hem + 8} 273 ${hem}`,
    `${up}L${400 - shoulder} 124Q250 106 228 98Q200 112 172 98Z`,
  ].join('');
}

/** The left seam from armpit to hem and the right one from hem to armpit; each baffle bulges outwards. */
function sideSeams(hem: number, baffle: number | undefined): [down: string, up: string] {
  if (baffle === undefined) return [`L124 ${hem}`, `L273 190`];
  const down: string[] = [];
  const up: string[] = [];
  for (let top = 190; top < hem - 1; top += baffle) {
    const bottom = Math.min(top + baffle, hem);
    const middle = (top + bottom) / 2;
    down.push(`Q117 ${middle} 127 ${bottom}`);
    up.unshift(`Q283 ${middle} 273 ${top}`);
  }
  return [down.join(''), up.join('')];
}
