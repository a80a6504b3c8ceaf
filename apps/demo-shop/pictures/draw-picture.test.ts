import { chromiumLaunchOptions } from '@chatspan-tools/browsers/chromium';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { products } from '../catalogue/products.ts';
import { drawPicture } from './draw-picture.ts';

test('every picture is under 4 kB', () => {
  const sizes = products.map((product) => ({
    id: product.id,
    bytes: Buffer.byteLength(drawPicture(product)),
  }));
  expect(sizes.filter(({ bytes }) => bytes >= 4000)).toEqual([]);
});

test('every picture is well-formed XML and shows in an <img>', async () => {
  const browser = await chromium.launch(await chromiumLaunchOptions());
  try {
    const page = await browser.newPage();
    const pictures = products.map((product) => ({ id: product.id, svg: drawPicture(product) }));
    const broken = await page.evaluate(async (all) => {
      const results = await Promise.all(
        all.map(async ({ id, svg }) => {
          const xml = new DOMParser().parseFromString(svg, 'image/svg+xml');
          const image = new Image();
          image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
          const shown = await image.decode().then(
            () => image.naturalWidth === 400 && image.naturalHeight === 400,
            () => false,
          );
          return { id, sound: shown && xml.querySelector('parsererror') === null && !svg.includes('NaN') };
        }),
      );
      return results.filter(({ sound }) => !sound).map(({ id }) => id);
    }, pictures);
    expect(broken).toEqual([]);
  } finally {
    await browser.close();
  }
});

test('a title with an ampersand stays XML', () => {
  expect(drawPicture({ name: 'Rock & <Roll>', kind: 'beanie', color: 'black' })).toContain(
    '<title>Rock &amp; &lt;Roll>, black</title>',
  );
});

test('an unknown kind or color says where to add it', () => {
  expect(() => drawPicture({ name: 'A', kind: 'kilt', color: 'black' })).toThrow(
    'No drawing for the kind "kilt": add it to pictures/drawing-by-kind.ts.',
  );
  expect(() => drawPicture({ name: 'A', kind: 'beanie', color: 'zebra' })).toThrow(
    'No hex value for the color "zebra": add it to pictures/colors.ts',
  );
});
