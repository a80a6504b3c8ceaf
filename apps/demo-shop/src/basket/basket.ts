const storageKey = 'northfell.basket';
/** As many pieces of one thing as the basket takes. */
const mostPieces = 20;

export interface BasketLine {
  readonly productId: string;
  readonly size: string;
  readonly pieces: number;
}

/** The basket as localStorage has it; empty when there is none, or what is there is not a basket. */
export function readBasket(): BasketLine[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
  } catch {
    // Storage that is forbidden or corrupt: the shop works on, with an empty basket.
    return [];
  }
  return Array.isArray(parsed) ? parsed.filter(isLine) : [];
}

export function addToBasket(productId: string, size: string): void {
  const lines = readBasket();
  const line = lines.find((other) => other.productId === productId && other.size === size);
  if (line === undefined) writeBasket([...lines, { productId, size, pieces: 1 }]);
  else setPieces(line, line.pieces + 1);
}

/** Zero removes the line. */
export function setPieces({ productId, size }: BasketLine, pieces: number): void {
  const bounded = Math.min(Math.max(0, Math.trunc(pieces)), mostPieces);
  const lines = readBasket().map((line) =>
    line.productId === productId && line.size === size ? { ...line, pieces: bounded } : line,
  );
  writeBasket(lines.filter((line) => line.pieces > 0));
}

export function emptyBasket(): void {
  writeBasket([]);
}

export function countPieces(): number {
  return readBasket().reduce((sum, line) => sum + line.pieces, 0);
}

function writeBasket(lines: readonly BasketLine[]): void {
  localStorage.setItem(storageKey, JSON.stringify(lines));
  // The `storage` event reaches the other tabs only.
  window.dispatchEvent(new Event('northfell:basket'));
}

function isLine(value: unknown): value is BasketLine {
  if (typeof value !== 'object' || value === null) return false;
  const line = value as Record<string, unknown>;
  return (
    typeof line.productId === 'string' &&
    typeof line.size === 'string' &&
    Number.isInteger(line.pieces) &&
    (line.pieces as number) > 0
  );
}
