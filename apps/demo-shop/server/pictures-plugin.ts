import type { Plugin } from 'vite';
import { findProduct, products } from '../catalogue/products.ts';
import { drawPicture } from '../pictures/draw-picture.ts';

/** Vite plugin: `/pictures/<product id>.svg`, drawn on request in the dev server and written out by the build. */
export function pictures(): Plugin {
  return {
    name: 'shop-pictures',
    configureServer: (server) =>
      void server.middlewares.use((request, response, next) => {
        const id = request.url?.match(/^\/pictures\/(\d{6})\.svg(?:\?|$)/)?.[1];
        const product = id === undefined ? undefined : findProduct(id);
        if (product === undefined) return next();
        response.setHeader('Content-Type', 'image/svg+xml');
        response.end(drawPicture(product));
      }),
    generateBundle() {
      for (const product of products) {
        this.emitFile({
          type: 'asset',
          fileName: `pictures/${product.id}.svg`,
          source: drawPicture(product),
        });
      }
    },
  };
}
