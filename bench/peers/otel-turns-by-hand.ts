import type { Span } from '@opentelemetry/api';
import { ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { startTracing } from '#otel';
import type { Tracing } from '../otel2/set-up.ts';
import type { Peer } from '../page/peer.ts';

const EVENTS_A_SPAN = 32;
const sessionId = crypto.randomUUID();

let tracing: Tracing;
let root = ROOT_CONTEXT;
let activity: Span | undefined;
let turn: Span | undefined;
let events = 0;

function startSpan(name: string, parent: Span | undefined): Span {
  const attributes = { 'shopping_chat.session.id': sessionId, 'url.full': location.href };
  return tracing.tracer.startSpan(name, { attributes }, parent ? trace.setSpan(ROOT_CONTEXT, parent) : root);
}

function endAll(): void {
  turn?.end();
  activity?.end();
  turn = activity = undefined;
}

function openActivity(): Span {
  if (root === ROOT_CONTEXT) {
    const session = startSpan('shopping_chat.session', undefined);
    session.end();
    root = trace.setSpan(ROOT_CONTEXT, session);
  }
  activity ??= startSpan('shopping_chat.activity', undefined);
  return activity;
}

/** The same spans as the plugin's, by hand: a session, activities, a turn for each question, all ended at page exit. */
export const peer: Peer = {
  start(sinkUrl) {
    tracing = startTracing(sinkUrl);
    const leave = () => {
      endAll();
      tracing.flush();
    };
    addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && leave(), true);
    addEventListener('pagehide', leave, true);
  },
  track(name, attributes) {
    const within = openActivity();
    if (name.startsWith('shopping_chat.user_respond')) {
      turn?.end();
      turn = startSpan('shopping_chat.turn', within);
      turn.addEvent(name, attributes);
      return;
    }
    within.addEvent(name, attributes);
    events += 1;
    if (/clos|minimize/.test(name) && !/pdp|bubble|survey/.test(name)) endAll();
    else if (events % EVENTS_A_SPAN === 0) {
      activity?.end();
      activity = undefined;
    }
  },
  flush() {
    endAll();
    return tracing.flush();
  },
};
