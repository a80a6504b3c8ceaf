// A name that a programmer gave, such as `chat_opened`, `chat:opened` or `cart/add.v2`. Five digits in a row are part of
// a number that says something about the shopper.
const IDENTIFIER = /^(?!.*[0-9]{5})[A-Za-z_][\w.:/-]*$/;
const MAX_LENGTH = 64;

/** Whether the text is a name, and not something that a person wrote. */
export function isIdentifier(text: string): boolean {
  return text.length <= MAX_LENGTH && IDENTIFIER.test(text);
}
