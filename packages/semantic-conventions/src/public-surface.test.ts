import { describe, expect, it } from 'vitest';
import * as mapping from './generated/mapping.ts';
import * as optIn from './generated/mapping-opt-in.ts';
import * as index from './index.ts';
import * as validate from './validate-event.ts';

function namesWith(prefix: string): string[] {
  return Object.keys(index).filter((name) => name.startsWith(prefix));
}

describe('the public surface', () => {
  it('has a constant for each event, each span, each metric and the schema', () => {
    expect(namesWith('EVENT_')).toHaveLength(31);
    expect(namesWith('SPAN_')).toEqual([
      'SPAN_SHOPPING_CHAT_ACTIVITY',
      'SPAN_SHOPPING_CHAT_SESSION',
      'SPAN_SHOPPING_CHAT_TURN',
    ]);
    expect(namesWith('METRIC_')).toEqual([
      'METRIC_SHOPPING_CHAT_CALLS',
      'METRIC_SHOPPING_CHAT_DURATION',
      'METRIC_SHOPPING_CHAT_EVENTS',
    ]);
    expect(index.SCHEMA_URL).toBe('https://chatspan.example/schemas/shopping-chat-dev/0.1.0-dev');
  });

  it('has the upstream names, so that no other package is needed', () => {
    expect(namesWith('ATTR_').filter((name) => !name.startsWith('ATTR_SHOPPING_CHAT_'))).toEqual([
      'ATTR_BROWSER_DOCUMENT_URL_FULL',
      'ATTR_ERROR_TYPE',
      'ATTR_GEN_AI_CONVERSATION_ID',
      'ATTR_GEN_AI_EVALUATION_NAME',
      'ATTR_GEN_AI_EVALUATION_SCORE_LABEL',
      'ATTR_GEN_AI_EVALUATION_SCORE_VALUE',
      'ATTR_GEN_AI_RESPONSE_ID',
      'ATTR_SERVICE_NAME',
      'ATTR_SESSION_ID',
      'ATTR_URL_FULL',
    ]);
  });

  it('has a constant for each value that we set in an evaluation', () => {
    expect(namesWith('GEN_AI_EVALUATION_')).toEqual([
      'GEN_AI_EVALUATION_NAME_VALUE_USER_FEEDBACK',
      'GEN_AI_EVALUATION_NAME_VALUE_USER_SURVEY',
      'GEN_AI_EVALUATION_SCORE_LABEL_VALUE_THUMBS_DOWN',
      'GEN_AI_EVALUATION_SCORE_LABEL_VALUE_THUMBS_UP',
    ]);
  });

  it('has nothing but strings in the main entry', () => {
    expect(Object.entries(index).filter(([, value]) => typeof value !== 'string')).toEqual([]);
  });

  it('keeps the mappings and the check in entries of their own', () => {
    expect(Object.keys(mapping).toSorted()).toEqual([
      'DEFAULT_ATTRIBUTE_RULES',
      'EVENT_NAMESPACE',
      'EVENT_RULES',
      'UNKNOWN_ACTION_EVENT',
    ]);
    expect(Object.keys(optIn).toSorted()).toEqual(['AB_TEST_EVENTS', 'SAFETY_EVENTS']);
    expect(Object.keys(validate)).toEqual(['validateEvent']);
  });
});
