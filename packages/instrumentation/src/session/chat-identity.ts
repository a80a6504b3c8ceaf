import {
  ATTR_BROWSER_DOCUMENT_URL_FULL,
  ATTR_GEN_AI_CONVERSATION_ID,
  ATTR_SESSION_ID,
  ATTR_SHOPPING_CHAT_SESSION_ID,
} from '@chatspan/semantic-conventions';
import type { Attributes } from '@opentelemetry/api';
import { callHook } from '../guard/guard.ts';
import { sanitizeUrl } from '../mapping/sanitize-url.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { CurrentSettings } from '../settings/settings.ts';
import type { ChatSession } from './chat-session.ts';

/** Session, conversation and page of what is recorded. */
export interface ChatIdentity {
  /** What follows belongs to the page at this address, which scripts may change. */
  goTo(href: string): void;
  /** Attributes of every span; `undefined` where unknown. */
  attributes(): Attributes;
}

/** The identity of this page's chat. */
export function createChatIdentity(
  settings: CurrentSettings,
  session: ChatSession,
  report: ReportProblem,
): ChatIdentity {
  let address: string | undefined;
  let kept: readonly string[] | undefined;
  let url: string | undefined;
  const visitorSession = () =>
    callHook(report, 'sessionProvider', () => settings().sessionProvider?.getSessionId());
  return {
    goTo(href) {
      const { keepUrlQueryParameters } = settings();
      if (href === address && keepUrlQueryParameters === kept) return;
      address = href;
      kept = keepUrlQueryParameters;
      url = sanitizeUrl(href, keepUrlQueryParameters);
    },
    attributes: () => ({
      [ATTR_SHOPPING_CHAT_SESSION_ID]: session.state()?.id,
      [ATTR_SESSION_ID]: visitorSession() ?? undefined,
      [ATTR_GEN_AI_CONVERSATION_ID]: session.conversationId(),
      [ATTR_BROWSER_DOCUMENT_URL_FULL]: url,
    }),
  };
}
