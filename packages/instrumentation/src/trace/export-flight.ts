// Half of the batch processor's default queue: the other half is for the page's other spans. What exceeds the queue is
// dropped.
const MAX_UNSENT_SPANS = 1_000;
// Far below what receivers take in one request, and the outbox keeps.
const MAX_UNSENT_BYTES = 256 * 1024;
// Each is up to four requests, and the OTLP exporter refuses the 31st.
const MAX_FLIGHTS = 7;
// The SDK's default for a flush. One that takes longer is not waited for.
const FLUSH_TIMEOUT_MILLIS = 30_000;

/** Keeps what has ended, but may not have been exported yet, within what a standard pipeline holds without dropping. */
export interface ExportFlight {
  /** A span has ended. */
  ended(bytes: number): void;
  /** Asks for an export. While one is in flight, what comes meanwhile waits for its end. */
  flush(now: number): void;
  /** Asks for an export at once: the page may go away before the end of another one. */
  flushAtExit(now: number): void;
  /** Whether nothing should be added before an export ends, which is asked for. At the page's end, twice as much fits. */
  isFull(now: number, isExit: boolean): boolean;
}

/** What a flight acts with. */
export interface ExportFlightActions {
  /** Exports what has ended. `undefined` where nobody says when that is done. */
  flush(): Promise<unknown> | undefined;
  /** Calls `resume` with the time: an export has ended. */
  onLanded(resume: Resume): void;
  /** There is room again. Returns whether it was used. */
  onRoom(now: number): boolean;
}

/** Goes on after an export. Returns whether something was recorded. */
export type Resume = (now: number) => boolean;

interface Flight {
  readonly startedAt: number;
  readonly spans: number;
  readonly bytes: number;
}

/** Nothing is in flight yet. */
export function createExportFlight({ flush, onLanded, onRoom }: ExportFlightActions): ExportFlight {
  const flights = new Set<Flight>();
  let isWanted = false;
  // What has ended since the last flush began.
  let spans = 0;
  let bytes = 0;
  // That, and what is in flight.
  let unsentSpans = 0;
  let unsentBytes = 0;

  const end = (flight: Flight): void => {
    if (!flights.delete(flight)) return;
    unsentSpans -= flight.spans;
    unsentBytes -= flight.bytes;
  };
  const start = (now: number): void => {
    const flight = { startedAt: now, spans, bytes };
    spans = 0;
    bytes = 0;
    isWanted = false;
    flights.add(flight);
    const landing = flush();
    if (!landing) {
      end(flight);
      return;
    }
    const land = () =>
      onLanded((landedAt) => {
        end(flight);
        const isUsed = onRoom(landedAt);
        if (isWanted && flights.size === 0) start(landedAt);
        return isUsed;
      });
    landing.then(land, land);
  };
  const startOrWait = (now: number, maxFlights: number): void => {
    for (const flight of flights) if (Math.abs(now - flight.startedAt) > FLUSH_TIMEOUT_MILLIS) end(flight);
    if (flights.size < maxFlights) start(now);
    else isWanted = true;
  };
  const fills = (share: number): boolean =>
    unsentSpans >= MAX_UNSENT_SPANS * share || unsentBytes >= MAX_UNSENT_BYTES * share;

  return {
    ended(spanBytes) {
      spans += 1;
      bytes += spanBytes;
      unsentSpans += 1;
      unsentBytes += spanBytes;
    },
    flush: (now) => startOrWait(now, 1),
    flushAtExit: (now) => startOrWait(now, MAX_FLIGHTS),
    isFull(now, isExit) {
      const share = isExit ? 2 : 1;
      if (!fills(share)) return false;
      startOrWait(now, 1);
      return fills(share);
    },
  };
}
