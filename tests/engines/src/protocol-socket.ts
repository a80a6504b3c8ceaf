interface Answer {
  readonly id?: number;
  readonly result?: Record<string, unknown>;
  readonly error?: string | { readonly message: string };
  readonly message?: string;
}

/** Commands over a WebSocket, in the shape that the DevTools protocol and WebDriver BiDi have in common. */
export class ProtocolSocket {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  #lastId = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#settle(JSON.parse(data) as Answer);
    socket.onclose = () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('the browser has gone'));
    };
  }

  static async open(address: string): Promise<ProtocolSocket> {
    const socket = new WebSocket(address);
    await new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onerror = () => reject(new Error(`no connection to ${address}`));
    });
    return new ProtocolSocket(socket);
  }

  /** @throws {Error} when the browser refuses the command, or goes before it answers */
  send<Result>(method: string, params: object = {}, sessionId?: string): Promise<Result> {
    this.#lastId += 1;
    const waiting = Promise.withResolvers<Record<string, unknown>>();
    this.#waiting.set(this.#lastId, waiting);
    this.#socket.send(JSON.stringify({ id: this.#lastId, method, params, sessionId }));
    return waiting.promise.catch((error) => {
      throw new Error(`${method}: ${error.message}`);
    }) as Promise<Result>;
  }

  #settle({ id, result, error, message }: Answer): void {
    // Without an id it is an event, which nobody asked for.
    const waiting = this.#waiting.get(id ?? 0);
    this.#waiting.delete(id ?? 0);
    if (!error) waiting?.resolve(result ?? {});
    else waiting?.reject(new Error(typeof error === 'string' ? `${error}: ${message}` : error.message));
  }
}
