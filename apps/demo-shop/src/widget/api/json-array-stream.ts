/** Longest single value, in characters: an endless answer must not fill the shopper's memory. */
const maxValueLength = 1_000_000;

/**
 * Reads one JSON array that grows while it is received: `[`, values separated by `,`, `]`.
 *
 * `push` returns the values that became complete with this piece of text, `complete` tells whether the closing
 * bracket has come. A SyntaxError means that the text is not such an array.
 */
export class JsonArrayStream {
  #buffer = '';
  #depth = 0;
  #inString = false;
  #escaped = false;
  #opened = false;
  #closed = false;

  get complete(): boolean {
    return this.#closed;
  }

  push(text: string): unknown[] {
    const values: unknown[] = [];
    for (const character of text) {
      if (this.#closed) {
        if (character.trim() !== '')
          throw new SyntaxError(`Unexpected "${character}" after the answer's end.`);
      } else if (!this.#opened) {
        this.#open(character);
      } else if (this.#inString) {
        this.#readString(character);
      } else {
        this.#readStructure(character, values);
      }
    }
    if (this.#buffer.length > maxValueLength) {
      throw new SyntaxError(`A value of the answer is longer than ${maxValueLength} characters.`);
    }
    return values;
  }

  #open(character: string): void {
    if (character === '[') this.#opened = true;
    else if (character.trim() !== '')
      throw new SyntaxError(`The answer starts with "${character}", expected "[".`);
  }

  #readString(character: string): void {
    this.#buffer += character;
    if (this.#escaped) this.#escaped = false;
    else if (character === '\\') this.#escaped = true;
    else if (character === '"') this.#inString = false;
  }

  #readStructure(character: string, values: unknown[]): void {
    if (this.#depth === 0 && (character === ',' || character === ']')) {
      this.#take(values);
      this.#closed = character === ']';
      return;
    }
    if (character === '"') this.#inString = true;
    else if (character === '{' || character === '[') this.#depth += 1;
    else if (character === '}' || character === ']') this.#depth -= 1;
    if (this.#depth < 0) throw new SyntaxError(`Unexpected "${character}" between two values of the answer.`);
    this.#buffer += character;
    if (this.#depth === 0 && character === '}') this.#take(values);
  }

  /** Between the comma and a value, or after an object that was already taken, there is nothing to take. */
  #take(values: unknown[]): void {
    if (this.#buffer.trim() !== '') values.push(JSON.parse(this.#buffer));
    this.#buffer = '';
  }
}
