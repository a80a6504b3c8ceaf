import {
  ATTR_BROWSER_DOCUMENT_URL_FULL,
  ATTR_GEN_AI_CONVERSATION_ID,
  ATTR_SESSION_ID,
  ATTR_SHOPPING_CHAT_SESSION_ID,
} from '@chatspan/semantic-conventions';
import type { Attributes } from '@opentelemetry/api';
import { callHook } from '../guard/guard.ts';
import { outgoingText } from '../mapping/outgoing-text.ts';
import { sanitizeUrl } from '../mapping/sanitize-url.ts';
import type { ReportProblem } from '../public/problems.ts';
import type { CurrentSettings, Settings } from '../settings/settings.ts';
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
  let decidedBy: Settings | undefined;
  let url: string | undefined;
  const visitorSession = () =>
    callHook(report, 'sessionProvider', () => settings().sessionProvider?.getSessionId());
  return {
    goTo(href) {
      const now = settings();
      if (href === address && now === decidedBy) return;
      address = href;
      decidedBy = now;
      const sanitized = sanitizeUrl(href, now.keepUrlQueryParameters);
      // The address is of no event.
      const where = { attribute: ATTR_BROWSER_DOCUMENT_URL_FULL, action: '' };
      url = sanitized === undefined ? undefined : outgoingText(now, report)(sanitized, where);
    },
    attributes: () => ({
      [ATTR_SHOPPING_CHAT_SESSION_ID]: session.state()?.id,
      [ATTR_SESSION_ID]: visitorSession() ?? undefined,
      [ATTR_GEN_AI_CONVERSATION_ID]: session.conversationId(),
      [ATTR_BROWSER_DOCUMENT_URL_FULL]: url,
    }),
  };
}
