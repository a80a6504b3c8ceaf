import type { Calendar } from './calendar.ts';
import type { Random } from './random.ts';
import { createRandom } from './random.ts';
import type { SeedTurn } from './seed-turn.ts';
import { makeTurn } from './seed-turn.ts';
import { PRODUCTS, TRIGGERS } from './shop-facts.ts';

type Value = string | number | boolean | readonly string[];
export type Attributes = Readonly<Record<string, Value>>;

/** An interaction event: its name without the root, and seconds since the chat session began. */
export interface SeedEvent {
  readonly name: string;
  readonly at: number;
  readonly seq: number;
  readonly attributes: Attributes;
}

export interface SeedSession {
  readonly traceId: string;
  /** Unix milliseconds. */
  readonly start: number;
  readonly version: string;
  readonly environment: string;
  readonly isMobile: boolean;
  readonly visitId: string;
  readonly userId: string;
  readonly pageUrl: string;
  readonly sendsBaggage: boolean;
  readonly events: readonly SeedEvent[];
  /** Turns with the event that began each, and the id of its span. */
  readonly turns: readonly {
    readonly turn: SeedTurn;
    readonly question: SeedEvent;
    readonly spanId: string;
  }[];
  /** Continues the same sequence, for the ids of spans. */
  readonly random: Random;
}

export interface SeedOptions {
  readonly seed: number;
  readonly calendar: Calendar;
  /** How many there are in all: their numbers are in the order of their times. */
  readonly sessions: number;
}

/** The chat session of this number. The same options make the same session. */
export function makeSession(number: number, { seed, calendar, sessions }: SeedOptions): SeedSession {
  const random = createRandom(seed, number, calendar.badDeploy.from);
  // Every eighth chat session is the second one in the visit of its neighbour.
  const firstOfVisit = number % 8 === 0 ? number + 1 : number;
  const visitRandom = createRandom(seed, firstOfVisit, calendar.badDeploy.to);
  const visitId = `visit-${visitRandom.hex(8)}`;
  const start =
    calendar.startOf((firstOfVisit + visitRandom.next()) / (sessions + 1)) +
    (firstOfVisit === number ? 0 : 1_500_000);
  const version = calendar.versionAt(start);
  const trigger = random.pick(TRIGGERS);
  const product = random.pick(PRODUCTS);
  const isMobile = random.chance(0.62);
  const events: SeedEvent[] = [];
  const turns: SeedSession['turns'][number][] = [];
  let at = 0;
  let seq = 0;
  // One in 300 loses an event on its way.
  const lostSeq = random.chance(1 / 300) ? 3 : 0;

  function add(name: string, attributes: Attributes = {}): SeedEvent {
    seq += 1;
    const event = { name, at, seq, attributes };
    if (seq !== lostSeq) events.push(event);
    return event;
  }

  add('trigger_clicked', {
    // A component that a later version of the widget brings, and that the conventions do not have.
    'shopping_chat.trigger.component':
      version === '4.3.1' && random.chance(0.01) ? 'HEADER_ICON' : trigger.component,
    'shopping_chat.trigger.product_ids': [product],
    'shopping_chat.widget.state': 'none',
  });
  if (random.chance(trigger.opens)) {
    at += random.around(0.6, 0.3);
    add('expand_from_trigger', {
      'shopping_chat.widget.state': 'open',
      'shopping_chat.widget.size': isMobile ? 'full_screen' : 'large',
    });
    if (!isMobile && random.chance(0.2)) {
      at += random.around(2, 0.5);
      add('change_size', {
        'shopping_chat.widget.size': 'large',
        'shopping_chat.widget.previous_size': 'small',
      });
    }
    if (random.chance(trigger.asks)) converse();
    at += random.around(8, 0.8);
    if (random.chance(0.55)) add('chat_closed', { 'shopping_chat.widget.previous_state': 'open' });
    else if (random.chance(0.5)) add('minimize_from_open', { 'shopping_chat.widget.state': 'minimized' });
  }

  function converse(): void {
    const isBadDeploy = version === calendar.badDeploy.version;
    for (let another = true; another; ) {
      at += random.around(9, 0.7);
      const turn = makeTurn(random, isBadDeploy);
      const spanId = random.hex(8);
      const question = add('user_respond', {
        'shopping_chat.message.input_type': turn.inputType,
        'shopping_chat.message.length': turn.questionLength,
      });
      turns.push({ turn, question, spanId });
      at += turn.seconds;
      const isGood = turn.endReason === 'answered' && turn.seconds < 8;
      if (turn.endReason === 'answered') browse();
      if (random.chance(isGood ? 0.09 : 0.22)) rate(isGood, spanId);
      if (random.chance(0.15)) {
        at += random.around(3, 0.5);
        add('minimize_from_open', { 'shopping_chat.widget.state': 'minimized' });
        at += random.around(15, 0.8);
        add('expand_from_minimized', { 'shopping_chat.widget.state': 'open' });
      }
      another = turns.length < 12 && random.chance(isGood ? 0.79 : 0.4);
    }
    if (random.chance(0.05)) {
      at += random.around(5, 0.5);
      const isHappy = turns.every(({ turn }) => turn.endReason === 'answered');
      add('submit_feedback', {
        'shopping_chat.feedback.rating': random.between(isHappy ? 3 : 1, isHappy ? 5 : 3),
      });
    }
  }

  function browse(): void {
    while (random.chance(0.6)) {
      at += random.around(7, 0.6);
      const clicked = {
        'shopping_chat.product.id': random.pick(PRODUCTS),
        'shopping_chat.product.category': 'outdoor',
      };
      if (random.chance(0.55)) add('mini_pdp_click', clicked);
      else if (random.chance(0.5)) add('product_select', clicked);
      else add('url_click', { ...clicked, 'shopping_chat.link.type': 'product_card' });
    }
  }

  function rate(isGood: boolean, spanId: string): void {
    at += random.around(4, 0.6);
    add(random.chance(isGood ? 0.88 : 0.14) ? 'thumbs_up' : 'thumbs_down', {
      'shopping_chat.turn.span_id': spanId,
      'gen_ai.response.id': `resp_${spanId}`,
    });
  }

  return {
    traceId: random.hex(16),
    start,
    version,
    environment: random.chance(0.97) ? 'production' : 'staging',
    isMobile,
    visitId,
    userId: random.chance(0.3) ? `user-${random.between(1, 50_000)}` : '',
    pageUrl: `https://shop.example${trigger.path}${trigger.path.endsWith('products/') ? product : ''}`,
    sendsBaggage: random.chance(0.8),
    events,
    turns,
    random,
  };
}
