// IndexedDB may never answer: https://bugs.webkit.org/show_bug.cgi?id=226547
const STORAGE_MILLIS = 2_000;

/** Rejects if the work takes longer than `millis`; the default is what storage gets. */
export async function inTime<T>(work: T | Promise<T>, millis: number = STORAGE_MILLIS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took over ${millis} ms`)), millis);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
