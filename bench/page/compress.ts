declare const BENCH_COMPRESS: boolean;

/** Whether this row turns compression of request bodies on. Set when the page is built. */
export const compress: boolean = BENCH_COMPRESS;
