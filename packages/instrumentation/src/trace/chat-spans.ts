import {
  ATTR_SHOPPING_CHAT_PAGE_TYPE,
  SPAN_SHOPPING_CHAT_ACTIVITY,
  SPAN_SHOPPING_CHAT_SESSION,
  SPAN_SHOPPING_CHAT_TURN,
} from '@chatspan/semantic-conventions';
import type { Attributes, Context, Link, Span } from '@opentelemetry/api';
import { trace } from '@opentelemetry/api';
import { callHook } from '../guard/guard.ts';
import { isIdentifier } from '../mapping/identifier.ts';
import type { ChatSpanKind } from '../public/hooks.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { ChatIdentity } from '../session/chat-identity.ts';
import type { CurrentSettings } from '../settings/settings.ts';
import type { Recorder, SpanEnd } from './recorder.ts';

const NAMES: { readonly [K in ChatSpanKind]: string } = {
  session: SPAN_SHOPPING_CHAT_SESSION,
  activity: SPAN_SHOPPING_CHAT_ACTIVITY,
  turn: SPAN_SHOPPING_CHAT_TURN,
};

/** How a span of the chat starts. */
export interface ChatSpanStart {
  readonly kind: ChatSpanKind;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly attributes?: Attributes;
  readonly parent?: Context;
  readonly links?: Link[] | undefined;
}

/** Starts and ends the spans of the chat. */
export interface ChatSpans {
  /** A span with the chat's identity on it; `undefined` as long as the page has no tracer provider. */
  start(start: ChatSpanStart): Span | undefined;
  /** Ends a span, with the team's own attributes. */
  end(span: Span, kind: ChatSpanKind, end: SpanEnd): void;
}

/** What the spans of a chat are made with. */
export interface ChatSpansParts {
  readonly settings: CurrentSettings;
  readonly identity: ChatIdentity;
  readonly recorder: Recorder;
  readonly report: ReportProblem;
}

/** In the scope of a turn every span is a root, linked to the span that it belongs to. */
export function createChatSpans({ settings, identity, recorder, report }: ChatSpansParts): ChatSpans {
  const pageType = (): Attributes => {
    const type: unknown = callHook(report, 'pageType', () => settings().pageType?.());
    if (type === undefined) return {};
    if (typeof type === 'string' && isIdentifier(type)) return { [ATTR_SHOPPING_CHAT_PAGE_TYPE]: type };
    report('wrong_type', ATTR_SHOPPING_CHAT_PAGE_TYPE);
    return {};
  };
  return {
    start({ kind, now, attributes, parent, links }) {
      const parentSpan = parent && trace.getSpanContext(parent);
      const isRoot = settings().traceScope === 'turn' && parentSpan;
      return recorder.startSpan({
        name: NAMES[kind],
        time: now,
        attributes: { ...identity.attributes(), ...(kind !== 'session' && pageType()), ...attributes },
        parent: isRoot ? undefined : parent,
        links: isRoot ? [{ context: parentSpan }] : links,
      });
    },
    end(span, kind, end) {
      const { applyCustomAttributesOnSpan: apply } = settings();
      const customize = () => callHook(report, 'applyCustomAttributesOnSpan', () => apply?.(span, kind));
      recorder.endSpan(span, { ...end, customize });
    },
  };
}
