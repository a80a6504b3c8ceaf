/** The shades that a drawing of one color is made of, as CSS hex colors. */
export interface Palette {
  readonly base: string;
  readonly light: string;
  readonly dark: string;
  readonly deep: string;
  /** A small contrasting detail: a zip puller, a logo tab, a lace. */
  readonly accent: string;
}

const hexByName: Readonly<Record<string, string>> = {
  black: '#2f3438',
  brick: '#a4483a',
  brown: '#7a5236',
  charcoal: '#4a5157',
  coral: '#ef7b62',
  cream: '#ece3d0',
  'forest green': '#2f5d4a',
  graphite: '#585f66',
  lavender: '#a79fcb',
  moss: '#74804f',
  mustard: '#d9a531',
  navy: '#2b436b',
  oat: '#d8c8ac',
  ochre: '#bf8a3c',
  olive: '#66693f',
  plum: '#6d4063',
  rust: '#bd5a31',
  sand: '#cdb58c',
  'sky blue': '#6aa6c9',
  slate: '#66788a',
  stone: '#a79f92',
  tan: '#b98a5a',
  teal: '#2c8284',
};

const warmAccent = '#f0a23b';
const coolAccent = '#e9eef0';

/** The palette of a color as the catalogue names it. Throws on a name that has no hex value here. */
export function paletteOf(colorName: string): Palette {
  const base = hexByName[colorName];
  if (base === undefined) {
    throw new Error(
      `No hex value for the color "${colorName}": add it to pictures/colors.ts (known: ${Object.keys(hexByName).join(', ')}).`,
    );
  }
  return {
    base,
    light: mix(base, '#ffffff', 0.24),
    dark: mix(base, '#10171c', 0.26),
    deep: mix(base, '#10171c', 0.5),
    accent: ['mustard', 'ochre', 'rust', 'coral', 'sand', 'tan'].includes(colorName)
      ? coolAccent
      : warmAccent,
  };
}

/** Mixes two hex colors; `share` (0–1) is how much of `other` there is. */
export function mix(hex: string, other: string, share: number): string {
  const channel = (start: number): string => {
    const a = Number.parseInt(hex.slice(start, start + 2), 16);
    const b = Number.parseInt(other.slice(start, start + 2), 16);
    return Math.round(a + (b - a) * share)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
