/** The request is not an OTLP request of its signal; the message says where and why. */
export class MalformedRequestError extends Error {}
