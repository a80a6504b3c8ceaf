import type { DeliveryResult } from '../../measure/delivery.ts';
import type { Row } from '../../rows.ts';
import type { Aim } from './aim.ts';

/** What is never lost, the visitor's next page included. */
export function deliveryAims({ rows }: DeliveryResult, labels: ReadonlyMap<Row['id'], string>): Aim[] {
  const keeps = ({ situations }: DeliveryResult['rows'][0]) =>
    Object.values(situations).every(({ sent, afterReturn }) => sent === afterReturn);
  const hasOutbox = ({ id }: { id: string }) => id.startsWith('chatspan-outbox');
  const keepers = rows.filter(keeps);
  if (!rows.some(hasOutbox)) return [];
  return [
    {
      aim: 'The rows with the outbox lose nothing in any situation, and are the only ones',
      reached: rows.filter(hasOutbox).every(keeps) && keepers.every(hasOutbox),
      figures: `nothing lost: ${keepers.map(({ id }) => labels.get(id)).join(', ') || 'no row'}`,
    },
  ];
}
