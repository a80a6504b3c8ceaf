import type { Delivered, Situation } from '../../measure/delivery.ts';
import { SITUATIONS } from '../../measure/delivery.ts';
import { table } from '../table.ts';
import type { Section } from './section.ts';

const HEADS: Record<Situation, string> = {
  normal: 'normal',
  navigation: 'link followed',
  'tab close': 'tab closed',
  offline: 'offline',
  '503': '503',
  'closed in 503': 'tab closed during 503',
};

/** What arrives when things go wrong. */
export const deliverySection: Section<'delivery'> = {
  title: 'Events that arrive',
  text: ({ rows }, labels) =>
    `Of the events sent; after the arrow, what had arrived when the visitor had opened another page of the shop afterwards, and clicked once. The link is followed in the task of the last event; the tab is closed right after it. Offline and 503 last for two thirds of the session, then the page stays for up to 30 s; in the last column 503 lasts until the tab has been closed. Loopback: what a real network would lose on the way is not in these figures.

${table(
  ['', ...SITUATIONS.map((situation) => HEADS[situation])],
  rows.map(({ id, situations }) => [
    labels.get(id) ?? id,
    ...SITUATIONS.map((situation) => delivered(situations[situation])),
  ]),
)}`,
};

function delivered({ sent, arrived, afterReturn }: Delivered): string {
  const later = afterReturn > arrived ? ` → ${afterReturn}` : '';
  return `${arrived}${later} of ${sent}`;
}
