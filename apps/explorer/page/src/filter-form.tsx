import type { Outcome } from '../../contract/session-filter.ts';
import { address, goTo } from './address.ts';

const OUTCOMES: readonly Outcome[] = [
  'product_clicked',
  'answered',
  'failed',
  'unanswered',
  'opened',
  'not_opened',
];

/** Conditions of the filter. Submitting writes them into the address; conditions without a field stay as they are. */
export function FilterForm() {
  const { searchParams } = address.value;
  return (
    <form
      key={address.value.search}
      onSubmit={(event) => {
        event.preventDefault();
        const search = new URLSearchParams(searchParams);
        for (const [name, value] of new FormData(event.currentTarget)) {
          if (value === '') search.delete(name);
          else search.set(name, String(value));
        }
        goTo(`/sessions?${search}`);
      }}
    >
      <label>
        From (UTC) <input type="date" name="from" defaultValue={day(searchParams.get('from'))} />
      </label>
      <label>
        Before (UTC) <input type="date" name="to" defaultValue={day(searchParams.get('to'))} />
      </label>
      <label>
        Outcome{' '}
        <select name="outcomes">
          <option value="">any</option>
          {OUTCOMES.map((outcome) => (
            <option key={outcome} value={outcome} selected={searchParams.get('outcomes') === outcome}>
              {outcome.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
      </label>
      <label>
        Id starts with{' '}
        <input type="search" name="text" maxLength={200} defaultValue={searchParams.get('text') ?? ''} />
      </label>
      <button type="submit">Filter</button>
    </form>
  );
}

function day(time: string | null): string {
  return time?.slice(0, 10) ?? '';
}
