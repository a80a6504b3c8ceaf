import { expect, test } from 'vitest';
import { readChatSessionId } from './chat-session-id.ts';

function stored(value: string | null): string | undefined {
  return readChatSessionId(() => ({ getItem: (key) => (key === 'chatspan.session' ? value : 'other key') }));
}

test('the id is read from the stored session', () => {
  expect(stored('{"id":"00112233445566778899aabbccddeeff","nextSeq":4}')).toBe(
    '00112233445566778899aabbccddeeff',
  );
});

test('nothing stored, no id in it, or something that is not JSON is no session', () => {
  const values = [null, '', '{', 'null', '7', '{}', '{"id":""}', '{"id":7}'];
  expect(values.map(stored)).toEqual(values.map(() => undefined));
});

test('storage that is forbidden is no session', () => {
  const forbidden = () => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  expect(readChatSessionId(forbidden)).toBeUndefined();
});
