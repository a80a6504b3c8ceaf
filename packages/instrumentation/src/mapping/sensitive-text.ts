/**
 * What takes the place of an e-mail address or a card number. The Collector's guard masks the same way:
 * packages/semantic-conventions/sensitive-text/cases.yaml.
 */
const MASK = '****';

/** Longer than any address: half of one at the end of a truncated text is not longer than this. */
const MARGIN = 256;

// In an address, at signs and dots are plain, full-width, percent-encoded any number of times, or JSON escapes.
// Written in ASCII: a page that is not UTF-8 reads a script's other characters wrongly.
const AT = String.raw`(?:[@\uFF20\uFE6B]|%(?:25)*(?:40|EF%(?:25)*BC%(?:25)*A0)|\\+u(?:0040|[Ff]{2}20))`;
const DOT = String.raw`(?:[.\uFF0E\u3002]|%(?:25)*2[Ee]|\\+u002[Ee])`;
const DOMAIN_LETTER = String.raw`(?:[\p{L}\p{M}]|%(?:25)*[89A-Fa-f][0-9A-Fa-f]|\\+u[0-9A-Fa-f]{4})`;
const PLAIN_DOMAIN = String.raw`[@\uFF20\uFE6B][\p{L}\p{M}\p{N}\p{Cf}.\-]{0,${MARGIN}}\.[\p{L}\p{M}]{2,${MARGIN}}`;
// Every repetition has an upper bound, so that no text takes long.
const EMAILS = [
  String.raw`[\p{L}\p{M}\p{N}\p{Cf}._+\-%\\]{1,${MARGIN}}${AT}[\p{L}\p{M}\p{N}\p{Cf}.\uFF0E\u3002\-%\\]{0,${MARGIN}}${DOT}${DOMAIN_LETTER}{2,${MARGIN}}`,
  String.raw`\\+"[^"\n]{1,${MARGIN}}\\+"${PLAIN_DOMAIN}`,
  String.raw`"[^"\s,:;\]}\\][^"\n]{0,${MARGIN}}"${PLAIN_DOMAIN}`,
].map((pattern) => new RegExp(pattern, 'gu'));

// The groups of a card number are its digits; what stands between them may hold digits as well (`%20`).
const BLANK = String.raw`[\s\p{Z}\p{Pd}\p{Cf}._/+\u00B7\u2022\u2212]`;
const BETWEEN = String.raw`(?:${BLANK}|%(?:25)*[0-9A-Fa-f]{2}|\\+(?:[nrt]|u[0-9A-Fa-f]{4})|(?:&|\\+u0026)(?:nbsp|#160|#x[Aa]0);){1,${MARGIN}}`;
// Safari before 16.4 has no look-behind, and would refuse the whole script.
const IN_FRONT = String.raw`(?:\b|_|%(?:25)*[0-9A-Fa-f]{2}|\\+(?:[bfnrt]|u[0-9A-Fa-f]{4}))`;
const PREFIX = '(?:[4568][0-9]|2[2-7]|35)[0-9]{2}';
const CARDS = [
  String.raw`${IN_FRONT}(?:(${PREFIX}[0-9]{12,15})|(${PREFIX})${BETWEEN}([0-9]{4})${BETWEEN}([0-9]{4})${BETWEEN}([0-9]{4})|(3[47][0-9]{13})|(3[47][0-9]{2})${BETWEEN}([0-9]{6})${BETWEEN}([0-9]{5}))(?:\b|_)`,
  String.raw`([\uFF12-\uFF16\uFF18][\uFF10-\uFF19]{3})${BLANK}*([\uFF10-\uFF19]{4})${BLANK}*([\uFF10-\uFF19]{4})${BLANK}*([\uFF10-\uFF19]{4,7})`,
  String.raw`(\uFF13[\uFF14\uFF17][\uFF10-\uFF19]{2})${BLANK}*([\uFF10-\uFF19]{6})${BLANK}*([\uFF10-\uFF19]{5})`,
].map((pattern) => new RegExp(pattern, 'gu'));

// Most texts are short: a look at their length is the fastest.
const SHORTEST_EMAIL = 6;
const SHORTEST_CARD = 15;
const HAS_AT_SIGN = /[@\uFF20\uFE6B]|%(?:25)*(?:40|EF)|\\u/;
const HAS_15_DIGITS = /^(?:[^0-9\uFF10-\uFF19]*[0-9\uFF10-\uFF19]){15}/;

/**
 * The text with its e-mail addresses and card numbers masked. Looks at no more of it than `length` characters of the
 * result can come from.
 */
export function maskSensitiveText(text: string, length: number): string {
  return maskStart(text, length, (start) => withoutEmails(withoutCards(start)));
}

/** The same for e-mail addresses alone. */
export function maskEmails(text: string, length: number): string {
  return maskStart(text, length, withoutEmails);
}

function maskStart(text: string, length: number, mask: (start: string) => string): string {
  const start = text.slice(0, 2 * length + MARGIN);
  const masked = mask(start);
  return start.length < text.length ? masked.slice(0, -MARGIN) : masked;
}

function withoutEmails(text: string): string {
  if (text.length < SHORTEST_EMAIL || !HAS_AT_SIGN.test(text)) return text;
  return EMAILS.reduce((masked, email) => masked.replace(email, MASK), text);
}

function withoutCards(text: string): string {
  if (text.length < SHORTEST_CARD || !HAS_15_DIGITS.test(text)) return text;
  return CARDS.reduce(maskMatches, text);
}

/** Masks the matches whose groups hold a card number. */
function maskMatches(text: string, card: RegExp): string {
  let masked = '';
  let end = 0;
  card.lastIndex = 0;
  for (let match = card.exec(text); match; match = card.exec(text)) {
    if (hasChecksum(match.slice(1).join(''))) {
      masked += text.slice(end, match.index) + MASK;
      end = card.lastIndex;
    } else {
      // A card number may begin inside.
      card.lastIndex = match.index + 1;
    }
  }
  return masked + text.slice(end);
}

/** The checksum by Luhn: https://www.iso.org/standard/70484.html, annex B. Digits are ASCII or full-width. */
function hasChecksum(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    // The last four bits of both kinds of digit are its value.
    const digit = digits.charCodeAt(digits.length - 1 - index) & 15;
    const doubled = index % 2 === 1 ? 2 * digit : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
