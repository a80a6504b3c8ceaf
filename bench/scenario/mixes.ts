import type { VendorPayload } from '@chatspan/semantic-conventions';
import { SESSION } from '@chatspan-tools/scripted-chat/session';

/** Which events are timed: the whole session, or only those that begin and end no span of the plugin's. */
export type Mix = 'session' | 'plain';

const BEGINS_OR_ENDS_A_SPAN = /^(user_respond|chat_closed|close_chat|minimize)/;
const marked = SESSION.map((payload) => ({ ...payload, experiment_id: 'winter' }));

export const MIXES: Readonly<Record<Mix, readonly VendorPayload[]>> = {
  session: marked,
  plain: marked.filter(({ action }) => !BEGINS_OR_ENDS_A_SPAN.test(action)),
};
