/** A filled path with the common light-and-shade gradient laid over it. */
export function shaded(d: string, fill: string): string {
  return `<path d="${d}" fill="${fill}"/><path d="${d}" fill="url(#s)"/>`;
}

export function line(d: string, color: string, width: number, opacity = 1): string {
  const seeThrough = opacity === 1 ? '' : ` opacity="${opacity}"`;
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}"${seeThrough}/>`;
}

export function area(d: string, fill: string, opacity = 1): string {
  return `<path d="${d}" fill="${fill}"${opacity === 1 ? '' : ` opacity="${opacity}"`}/>`;
}

/** The left half as it is, and once more mirrored at the middle of the picture. */
export function mirrored(half: string): string {
  return `<g id="h">${half}</g><use href="#h" transform="matrix(-1 0 0 1 400 0)"/>`;
}
