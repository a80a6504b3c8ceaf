/** The request is not an OTLP trace request; the message says where and why. */
export class MalformedRequestError extends Error {}
