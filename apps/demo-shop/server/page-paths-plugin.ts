import type { Connect, Plugin } from 'vite';
import { routePage } from './route-page.ts';

/** Vite plugin: `/products/431374` is answered by `pages/product.html`, in the dev and the preview server. */
export function pagePaths(): Plugin {
  return {
    name: 'shop-page-paths',
    configureServer: (server) => void server.middlewares.use(rewriteToPage),
    configurePreviewServer: (server) => void server.middlewares.use(rewriteToPage),
  };
}

const rewriteToPage: Connect.NextHandleFunction = (request, _response, next) => {
  const { pathname, search } = new URL(request.url ?? '/', 'http://shop');
  const page = routePage(pathname);
  if (page !== undefined) request.url = `/pages/${page}.html${search}`;
  next();
};
