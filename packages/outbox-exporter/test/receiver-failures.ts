/** In place of a status: never answer. */
export const HANG = -1;
/** In place of a status: close the connection. */
export const DISCONNECT = -2;
