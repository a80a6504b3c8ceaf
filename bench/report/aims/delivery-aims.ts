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
  const others = keepers.filter((row) => !hasOutbox(row));
  return [
    {
      aim: 'The rows with the outbox lose nothing in any situation, and are the only ones',
      reached: rows.filter(hasOutbox).every(keeps) && others.length === 0,
      distance: others.length > 0 ? `${others.length} more` : '',
      figures: `nothing lost: ${keepers.map(({ id }) => labels.get(id)).join(', ') || 'no row'}`,
    },
  ];
}
