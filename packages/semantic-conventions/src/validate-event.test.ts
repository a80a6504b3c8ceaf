import { describe, expect, it } from 'vitest';
import { validateEvent } from './validate-event.ts';

const CLOSED = { 'shopping_chat.action': 'chat_closed', 'shopping_chat.event.seq': 3 };
const RESPOND = { 'shopping_chat.action': 'user_respond', 'shopping_chat.event.seq': 4 };

describe('validateEvent', () => {
  it('finds nothing wrong with an event that has what it must have', () => {
    expect(validateEvent('shopping_chat.chat_closed', CLOSED)).toEqual([]);
  });

  it('accepts the context that any event may carry', () => {
    const context = {
      'session.id': 's',
      'shopping_chat.session.id': 'c',
      'gen_ai.conversation.id': 'v',
      'browser.document.url.full': 'https://www.example.com/',
      'shopping_chat.experiment.variant.name': 'b',
    };
    expect(validateEvent('shopping_chat.chat_closed', { ...CLOSED, ...context })).toEqual([]);
  });

  it('accepts the length instead of the text', () => {
    const attributes = { ...RESPOND, 'shopping_chat.message.length': 18 };
    expect(validateEvent('shopping_chat.user_respond', attributes)).toEqual([]);
  });

  it('accepts any action on the event for unknown actions', () => {
    const attributes = { 'shopping_chat.action': 'confetti_thrown', 'shopping_chat.event.seq': 1 };
    expect(validateEvent('shopping_chat.unknown_action', attributes)).toEqual([]);
  });

  it('checks a rating that is recorded as an evaluation', () => {
    const evaluation = { 'gen_ai.evaluation.name': 'user_feedback', 'gen_ai.evaluation.score.value': 1 };
    expect(validateEvent('gen_ai.evaluation.result', evaluation)).toEqual([]);
    expect(
      validateEvent('gen_ai.evaluation.result', { 'gen_ai.evaluation.name': 'user_stars' }).map(
        ({ kind, attribute }) => [kind, attribute],
      ),
    ).toEqual([
      ['not_in_values', 'gen_ai.evaluation.name'],
      ['missing_required', 'gen_ai.evaluation.score.value'],
    ]);
  });

  it('checks an event of an opt-in group', () => {
    const error = { 'shopping_chat.action': 'clarity_error', 'shopping_chat.event.seq': 5 };
    const location = 'shopping_chat.error.location';
    expect(
      validateEvent('shopping_chat.clarity_error', { ...error, [location]: 'FE:app_error_boundary' }),
    ).toEqual([]);
    expect(
      validateEvent('shopping_chat.clarity_error', { ...error, [location]: 'FE:checkout' }).map(
        ({ kind, severity }) => [kind, severity],
      ),
    ).toEqual([['not_in_values', 'note']]);
  });

  it('takes an undefined value for an absent attribute', () => {
    expect(validateEvent('shopping_chat.chat_closed', { ...CLOSED, nothing: undefined })).toEqual([]);
  });

  it('reports an event that the conventions do not have', () => {
    expect(validateEvent('shopping_chat.chat_opened', CLOSED)).toEqual([
      {
        kind: 'unknown_event',
        severity: 'error',
        message:
          '`shopping_chat.chat_opened` is not an event of these conventions: record `shopping_chat.unknown_action` instead',
      },
    ]);
  });

  it('reports an attribute of another event, unless it is allowed', () => {
    const attributes = { ...CLOSED, 'shopping_chat.widget.state': 'open' };
    expect(validateEvent('shopping_chat.chat_closed', attributes)).toEqual([
      {
        kind: 'unknown_attribute',
        severity: 'error',
        attribute: 'shopping_chat.widget.state',
        message:
          '`shopping_chat.widget.state` is not an attribute of `shopping_chat.chat_closed`: correct it, or name it in allowAttributes',
      },
    ]);
    expect(
      validateEvent('shopping_chat.chat_closed', attributes, {
        allowAttributes: ['shopping_chat.widget.state'],
      }),
    ).toEqual([]);
  });

  it('reports what is required and missing', () => {
    expect(validateEvent('shopping_chat.close_survey', { 'shopping_chat.action': 'close_survey' })).toEqual([
      {
        kind: 'missing_required',
        severity: 'error',
        attribute: 'shopping_chat.event.seq',
        message: '`shopping_chat.close_survey` has no `shopping_chat.event.seq`: set it',
      },
    ]);
  });

  it.each([
    ['shopping_chat.event.seq', 1.5, 'int'],
    ['shopping_chat.message.text', 7, 'string'],
    ['shopping_chat.message.length', '18', 'int'],
    ['shopping_chat.selection.product_ids', '431374', 'string[]'],
    ['shopping_chat.selection.product_ids', [431374], 'string[]'],
    ['shopping_chat.message.text', null, 'string'],
  ])('reports %s = %j as not of type %s', (attribute, value, type) => {
    expect(validateEvent('shopping_chat.user_respond', { ...RESPOND, [attribute]: value })).toEqual([
      {
        kind: 'wrong_type',
        severity: 'error',
        attribute,
        message: `\`${attribute}\` is not of type ${type}: convert the value, or leave the attribute out`,
      },
    ]);
  });

  it('notes a value that is not documented for the event', () => {
    const attributes = {
      'shopping_chat.action': 'close_chat_from_open_on_mobile',
      'shopping_chat.event.seq': 2,
      'shopping_chat.widget.size': 'large',
    };
    expect(validateEvent('shopping_chat.close_chat_from_open_on_mobile', attributes)).toEqual([
      {
        kind: 'not_in_values',
        severity: 'note',
        attribute: 'shopping_chat.widget.size',
        message:
          '`shopping_chat.widget.size` has a value that is not documented for this event, known are half_screen, full_screen',
      },
    ]);
  });

  it('does not take an inherited property for an attribute', () => {
    expect(
      validateEvent('shopping_chat.close_survey', Object.create(CLOSED)).map(({ kind }) => kind),
    ).toEqual(['missing_required', 'missing_required']);
  });
});
