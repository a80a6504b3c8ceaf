import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VendorAction, VendorPayloads } from '@chatspan/semantic-conventions';
import {
  ATTR_SHOPPING_CHAT_WIDGET_STATE,
  SHOPPING_CHAT_WIDGET_STATE_VALUE_OPEN,
} from '@chatspan/semantic-conventions';
import { EVENT_RULES } from '@chatspan/semantic-conventions/mapping';
import { SAFETY_EVENTS } from '@chatspan/semantic-conventions/mapping/opt-in';
import { validateEvent } from '@chatspan/semantic-conventions/validate';
import { describe, expect, it } from 'vitest';

const BLOCK = /^```ts\n(.*?)^```$/gms;
const IMPORT = /^import .*?;$/gms;
const SOURCE = readFileSync(import.meta.filename, 'utf8');

describe('the README', () => {
  it('shows no line of code that is not run here', () => {
    const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
    const lines = [...readme.matchAll(BLOCK)].flatMap(
      (block) => block[1]?.replace(IMPORT, '').split('\n') ?? [],
    );
    const code = lines.filter((line) => line !== '');
    expect(code).toHaveLength(5);
    for (const line of code) expect(SOURCE).toContain(`    ${line}\n`);
  });

  it('sets an attribute by its constant', () => {
    const set: [string, string][] = [];
    const span = { setAttribute: (key: string, value: string) => set.push([key, value]) };
    span.setAttribute(ATTR_SHOPPING_CHAT_WIDGET_STATE, SHOPPING_CHAT_WIDGET_STATE_VALUE_OPEN);
    expect(set).toEqual([['shopping_chat.widget.state', 'open']]);
  });

  it('types a payload', () => {
    const resized: VendorPayloads['change_size'] = { action: 'change_size', set_size_to: 'large' };
    expect(EVENT_RULES[resized.action].set_size_to?.name).toBe('shopping_chat.widget.size');
  });

  it('knows an action from an inherited property', () => {
    const isKnown = (action: string): action is VendorAction => Object.hasOwn(EVENT_RULES, action);
    expect(['change_size', 'constructor'].map(isKnown)).toEqual([true, false]);
  });

  it('reads an opt-in event', () => {
    const { rules, severityNumber, failsTurn } = SAFETY_EVENTS.clarity_error;
    expect([rules.location?.name, severityNumber]).toEqual(['shopping_chat.error.location', 17]);
    expect(failsTurn?.values).toEqual(['FE:app_error_boundary']);
  });

  it('checks a recorded event', () => {
    const attributes = { 'shopping_chat.action': 'change_size', 'shopping_chat.event.seq': 1 };
    const problems = validateEvent('shopping_chat.change_size', attributes);
    expect(problems).toEqual([]);
  });
});
