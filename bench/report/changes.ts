import { table } from './table.ts';

/** What earlier runs showed to be dear, what was done about it, and what the same command then gave. */
export const CHANGES: string = `Each line compares two runs of one command on this machine, at the commits that it names.

${table(
  ['cost', 'changed', 'before', 'after', 'run'],
  [
    [
      "The state of the chat session was written to `sessionStorage`, and the listeners for the end of the page were removed, with each span that ended; the page's URL was parsed for each span.",
      'Both happen a second later, once for all that has ended; leaving the page still stores at once. The URL is parsed when it has changed.',
      'whole session 18.4 × `addEvent`, 8.5 × the same spans by hand (3.1: 11.7 ×, 6.2 ×)',
      '5.7 ×, 2.6 × (3.1: 3.7 ×, 2.0 ×)',
      '`--only ratio`, 4df8adc and 6d2c0b4',
    ],
    [
      'A large activity that was open let the few turns that had ended be exported alone.',
      'What the page has still to send is exported together, and the activity is cut for it when it is the larger part.',
      '413 B an event with the outbox and gzip',
      '202 B',
      '`--only wire`, 7d7630e and 88467b3',
    ],
    [
      'Both of these, deferred work included.',
      '',
      '372 µs of the main thread an event (153 – 443), OTel 2.12',
      '250 µs (196 – 416)',
      '`--only time --rounds 5`, 4df8adc (with `--rows chatspan-2,add-event-2,turns-by-hand-2`) and b7de367',
    ],
    [
      'The last body of a page was not compressed: gzip took tasks, which a page that is left does not have.',
      'It is compressed in microtasks, for a receiver that has taken gzip before.',
      '202 B an event with the outbox and gzip, and 286 B when one comes every 2 s',
      '72 B and 157 B',
      '`--only wire`, 88467b3 and ad547b6',
    ],
    [
      'A session in a hurry was cut into three requests of at most 25 kB, by estimates that took spans for larger and events for smaller than they are.',
      'Up to 30 kB are left to send, as much again may be under way, and estimates are those of the bytes sent.',
      '3 requests, 880 B an event',
      '2 requests, 872 B',
      '`--only wire`, 88467b3 and ad547b6',
    ],
    [
      "Each key of a payload was looked up in two tables by rules of several shapes; an address was parsed against the page's.",
      'One plan for each action, one shape of rules, no base for whole addresses.',
      'events that begin and end no span 4.0 × `addEvent`, 2.7 × the same spans by hand (3.1: 2.4 ×, 1.8 ×)',
      '3.4 ×, 2.3 × (3.1: 2.1 ×, 1.6 ×)',
      '`--only ratio`, b7de367 and 34fb943',
    ],
    [
      "The first event wrote `sessionStorage` while the widget's code waited, and asked the system for random bytes.",
      'The state is written a second later; the id of the trace is that of the chat session.',
      'whole session 6.0 × `addEvent`, 2.7 × the same spans by hand (3.1: 3.4 ×, 1.9 ×)',
      '4.7 ×, 2.1 × (3.1: 3.1 ×, 1.7 ×), both of the last two lines in it',
      '`--only ratio`, b7de367 and 34fb943',
    ],
    [
      "An event was mapped and written into its span while the widget's code waited.",
      'It is only copied then, and recorded in a later task, or before whatever needs it.',
      'the call: whole session 4.7 × `addEvent`, other events 3.4 × (3.1: 3.1 ×, 2.1 ×)',
      '0.6 ×, 0.7 × (3.1: 0.4 ×, 0.4 ×); recording included, it is up to a third more than before',
      '`--only ratio`, 34fb943 and f26335f',
    ],
  ],
  5,
)}

What is left beside hand-written code is the typed mapping, the tap of the widget's function, and the spans themselves; what the
SDK and its exporter do is in both.`;
