import { expect, test } from 'vitest';
import { openChat } from '../../test/open-chat.ts';
import { emitterSource, eventTargetSource, manualSource } from '../index.ts';

type Listener = (...args: unknown[]) => void;

/** A small emitter, as widgets have one. */
function emitter(canRemove = true) {
  const listeners: [string, Listener][] = [];
  return {
    listeners,
    subscribe(name: string, listener: Listener) {
      listeners.push([name, listener]);
      const remove = () => {
        listeners.splice(0, listeners.length, ...listeners.filter((entry) => entry[1] !== listener));
      };
      return canRemove ? remove : undefined;
    },
    emit(name: string, ...args: unknown[]) {
      for (const [heard, listener] of listeners) if (heard === name) listener(...args);
    },
  };
}

test('DOM events are seen with their detail, and with their type as action where the detail names none', () => {
  const target = new EventTarget();
  const chat = openChat({ sources: [eventTargetSource(target, ['chat', 'close_survey'])] });
  target.dispatchEvent(new CustomEvent('chat', { detail: { action: 'product_select', product_id: 'p1' } }));
  target.dispatchEvent(new CustomEvent('close_survey'));
  target.dispatchEvent(new CustomEvent('other', { detail: { action: 'thumbs_up' } }));
  chat.instrumentation.disable();
  target.dispatchEvent(new CustomEvent('close_survey'));
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity disabled: product_select#1 close_survey#2',
  ]);
});

test('a detail that names no action and has an attribute that cannot be read loses that attribute alone', () => {
  const target = new EventTarget();
  const chat = openChat({ sources: [eventTargetSource(target, ['product_select'])] });
  const detail = {
    product_id: 'p1',
    get product_ids(): string[] {
      throw new Error('not there');
    },
  };
  target.dispatchEvent(new CustomEvent('product_select', { detail }));
  chat.instrumentation.disable();
  expect(chat.events().map(({ attributes }) => attributes['shopping_chat.product.id'])).toEqual(['p1']);
  expect(chat.warnings).toEqual(['unreadable_attribute: product_select product_ids']);
});

test('toEvent makes the payload of a DOM event', () => {
  const chat = openChat({
    sources: [
      eventTargetSource(window, ['chat:opened'], {
        toEvent: ({ type }) => ({ action: type.replace(':', '_') }),
      }),
    ],
  });
  dispatchEvent(new Event('chat:opened'));
  chat.instrumentation.disable();
  expect(chat.events().map(({ name, attributes }) => [name, attributes['shopping_chat.action']])).toEqual([
    ['shopping_chat.unknown_action', 'chat_opened'],
  ]);
  expect(chat.warnings).toEqual(['unknown_action: chat_opened']);
});

test('the events of an emitter are seen until disable() removes the listeners', () => {
  const chatWidget = emitter();
  const chat = openChat({
    sources: [emitterSource(chatWidget.subscribe, ['expand_from_bubble', 'chat_closed'])],
  });
  expect(chatWidget.listeners).toHaveLength(2);
  chatWidget.emit('expand_from_bubble', { chat_widget_state: 'open' });
  chatWidget.emit('chat_closed');
  chat.instrumentation.disable();
  expect(chatWidget.listeners).toEqual([]);
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: expand_from_bubble#1 chat_closed#2',
  ]);
});

test('a listener that an emitter cannot remove does nothing after disable(), and is not doubled by enable()', () => {
  const chatWidget = emitter(false);
  const chat = openChat({ sources: [emitterSource(chatWidget.subscribe, ['expand_from_bubble'])] });
  chatWidget.emit('expand_from_bubble');
  chat.instrumentation.disable();
  chatWidget.emit('expand_from_bubble');
  expect(sessionStorage).toHaveLength(0);
  chat.instrumentation.enable();
  chatWidget.emit('expand_from_bubble');
  chat.instrumentation.disable();
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity disabled: expand_from_bubble#1',
    'trace 2: shopping_chat.session',
    '  shopping_chat.activity disabled: expand_from_bubble#1',
  ]);
});

test('an emitter that refuses one name is still heard under the others, and one that fails to remove is left', () => {
  const chatWidget = emitter();
  const source = emitterSource(
    (name, listener) => {
      if (name === 'refused') throw new Error('unknown event');
      const remove = chatWidget.subscribe(name, listener);
      return () => {
        remove?.();
        throw new Error('cannot remove');
      };
    },
    ['refused', 'expand_from_bubble', 'chat_closed'],
    { toEvent: (name, detail) => ({ action: name, ...(detail as object) }) },
  );
  const chat = openChat({ sources: [source] });
  chatWidget.emit('expand_from_bubble', { chat_widget_size: 'large' });
  chat.instrumentation.disable();
  expect(chatWidget.listeners).toEqual([]);
  expect(chat.events()[0]?.attributes['shopping_chat.widget.size']).toBe('large');
  expect(chat.warnings).toEqual([
    'source_failed: refused: Error: unknown event',
    'source_failed: expand_from_bubble: Error: cannot remove',
    'source_failed: chat_closed: Error: cannot remove',
  ]);
});

test('a page feeds a manual source itself, before enable() and after disable() in vain', () => {
  const source = manualSource();
  source.emit({ action: 'trigger_clicked' });
  const chat = openChat({ sources: [source], enabled: false });
  source.emit({ action: 'trigger_clicked' });
  chat.instrumentation.enable();
  source.emit({ action: 'chat_closed' });
  chat.instrumentation.disable();
  source.emit({ action: 'trigger_clicked' });
  expect(chat.tree()).toEqual([
    'trace 1: shopping_chat.session',
    '  shopping_chat.activity closed: chat_closed#1',
  ]);
});

test('a source that throws when it is subscribed to costs nothing but itself', () => {
  const source = manualSource();
  const broken = {
    subscribe() {
      throw new Error('broken source');
    },
  };
  const chat = openChat({ sources: [broken, source] });
  source.emit({ action: 'chat_closed' });
  expect(chat.events()).toHaveLength(1);
  expect(chat.warnings).toEqual(['source_failed: Error: broken source']);
});

test('an emitter that throws what is no text at one name is listened to at the others', () => {
  const names: string[] = [];
  const chat = openChat({
    sources: [
      emitterSource(
        (name) => {
          names.push(name);
          if (name === 'refused') throw Object.create(null);
          return () => {};
        },
        ['refused', 'chat_closed'],
      ),
    ],
  });
  expect(names).toEqual(['refused', 'chat_closed']);
  expect(chat.warnings).toEqual(['source_failed: refused: unreadable']);
});
