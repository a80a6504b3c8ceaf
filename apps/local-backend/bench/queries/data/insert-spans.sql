-- Spans of the chat sessions first … first + count - 1, the same at each call: who does what follows from the number alone.
-- `apart` is the time between the starts of two sessions, in nanoseconds.
-- A session: its root, one activity of 3 to 31 events, and up to 3 turns with their question; 10 events on average.
INSERT INTO otel.otel_traces (
  Timestamp, TraceId, SpanId, ParentSpanId, SpanName, SpanKind, ServiceName, ResourceAttributes, ScopeName, ScopeVersion,
  SpanAttributes, Duration, StatusCode, `Events.Timestamp`, `Events.Name`, `Events.Attributes`
)
WITH
  ['PDP_EMBEDDED', 'PDP_EMBEDDED', 'PDP_EMBEDDED', 'PDP_EMBEDDED', 'FLOATING_TRIGGER', 'FLOATING_TRIGGER',
    'FLOATING_TRIGGER', 'PLP_BANNER', 'PLP_BANNER', 'SEARCH_BANNER'] AS components,
  ['mini_pdp_click', 'close_mini_pdp', 'url_click', 'product_select', 'product_select', 'product_deselect',
    'product_menu_click', 'product_menu_click', 'change_size', 'menu_click', 'minimize_from_open',
    'expand_from_minimized'] AS common,
  arrayConcat(common, common, common, ['thumbs_up', 'thumbs_down', 'submit_feedback', 'close_survey']) AS interactions,
  ['chat_closed', 'close_chat_from_minimized', 'close_chat_from_open_on_mobile', 'close_bubble'] AS closings,
  [0, 0, 0, 1, 1, 1, 1, 2, 2, 3] AS turn_counts,
  ['failed', 'failed', 'failed', 'timeout', 'abandoned', 'abandoned', 'abandoned', 'superseded'] AS bad_ends,
  sessions AS (
    SELECT
      number AS n,
      lower(hex(MD5(concat('trace', toString(n))))) AS trace_id,
      lower(hex(MD5(concat('session', toString(n))))) AS session_id,
      components[1 + cityHash64(n, 'component') % 10] AS component,
      cityHash64(n, 'trigger') % 100 < 80 AS is_triggered,
      cityHash64(n, 'open') % 100 < 85 AS is_opened,
      cityHash64(n, 'close') % 100 < 40 AS is_closed,
      -- Exponential, mean 8.9.
      least(31, 3 + toUInt32(floor(-6.5 * log((1 + cityHash64(n, 'length') % 1000000) / 1000000)))) AS length,
      turn_counts[1 + cityHash64(n, 'turns') % 10] AS turns,
      -- One after the other, as they would arrive, and all within the 28 days from 2026-09-01.
      1788220800000000000 + toInt64(n) * {apart:Int64} + toInt64(cityHash64(n, 'start') % 1000000) AS start
    FROM numbers({first:UInt64}, {count:UInt64})
  ),
  arrayMap(
    i -> multiIf(
      i = 1, if(is_triggered, 'trigger_clicked', 'expand_from_minimized'),
      i = 2 AND is_triggered AND is_opened, 'expand_from_trigger',
      i = length AND is_closed, closings[1 + cityHash64(n, 'closing') % 4],
      interactions[1 + cityHash64(n, i) % 40]
    ),
    range(1, length + 1)
  ) AS actions,
  cityHash64(n, kind, 'end') % 100 AS fate,
  if(fate < 92, 'answered', bad_ends[1 + fate - 92]) AS end_reason,
  0.15 + (cityHash64(n, kind, 'first byte') % 1000000) / 600000 AS first_byte,
  toInt64(kind) - 2 AS turn,
  if(kind < 2, start, start + 15000000000 + turn * 20000000000 + toInt64(cityHash64(n, kind, 'pause') % 1000000000)) AS began
SELECT
  fromUnixTimestamp64Nano(began),
  trace_id,
  lower(hex(cityHash64(n, kind))),
  if(kind = 0, '', lower(hex(cityHash64(n, least(kind - 1, 1))))),
  multiIf(kind = 0, 'shopping_chat.session', kind = 1, 'shopping_chat.activity', 'shopping_chat.turn'),
  'Internal',
  'shop',
  map('service.name', 'shop', 'service.version', '4.2.0', 'telemetry.sdk.language', 'webjs'),
  '@chatspan/instrumentation',
  '0.1.0',
  mapConcat(
    map(
      'shopping_chat.session.id', session_id,
      'session.id', substring(session_id, 1, 16),
      'gen_ai.conversation.id', substring(trace_id, 1, 16),
      'browser.document.url.full', concat('https://shop.example/products/', toString(cityHash64(n, 'page') % 5000))
    ),
    if(kind < 2, map(), map(
      'shopping_chat.turn.seq', toString(turn + 1),
      'shopping_chat.turn.request_count', '1',
      'shopping_chat.turn.end_reason', end_reason,
      'shopping_chat.turn.time_to_first_byte', if(end_reason = 'abandoned', '', toString(first_byte)),
      'shopping_chat.message.input_type', 'text'
    ))
  ),
  multiIf(
    kind = 0, 0,
    kind = 1, 7000000000 * (length + 1),
    toUInt64((first_byte + (cityHash64(n, kind, 'rest') % 1000000) / 200000) * 1e9)
  ),
  if(kind > 1 AND end_reason = 'failed', 'Error', 'Unset'),
  multiIf(
    kind = 0, [],
    kind = 1, arrayMap(
      i -> fromUnixTimestamp64Nano(start + 7000000000 * toInt64(i) + toInt64(cityHash64(n, i) % 1000000)),
      range(1, length + 1)
    ),
    [fromUnixTimestamp64Nano(began)]
  ),
  multiIf(
    kind = 0, [],
    kind = 1, arrayMap(action -> concat('shopping_chat.', action), actions),
    ['shopping_chat.user_respond']
  ),
  multiIf(
    kind = 0, [],
    kind = 1, arrayMap(
      (action, i) -> mapConcat(
        map('shopping_chat.action', action, 'shopping_chat.event.seq', toString(i),
          'shopping_chat.widget.size', 'large', 'shopping_chat.conversation.state', 'conversation'),
        multiIf(
          action = 'trigger_clicked', map('shopping_chat.trigger.component', component,
            'shopping_chat.trigger.template', concat(component, '_v1'), 'shopping_chat.widget.state', 'none'),
          action = 'url_click', map('shopping_chat.link.type', 'product_card',
            'shopping_chat.product.id', toString(cityHash64(n, i, 'product') % 5000), 'url.full', 'https://shop.example/'),
          action IN ('thumbs_up', 'thumbs_down'), map('shopping_chat.feedback.target.length', '412',
            'gen_ai.response.id', substring(trace_id, 1, 12), 'shopping_chat.feedback.length', '0'),
          action = 'submit_feedback', map('shopping_chat.feedback.rating', toString(1 + cityHash64(n, i, 'rating') % 5),
            'shopping_chat.feedback.length', '20', 'gen_ai.response.id', ''),
          map('shopping_chat.product.id', toString(cityHash64(n, i, 'product') % 5000),
            'shopping_chat.product.category', 'outerwear', 'shopping_chat.experiment.id', 'winter')
        )
      ),
      actions, range(1, length + 1)
    ),
    [map('shopping_chat.action', 'user_respond', 'shopping_chat.event.seq', toString(length + turn + 1),
      'shopping_chat.widget.size', 'large', 'shopping_chat.conversation.state', 'conversation',
      'shopping_chat.message.input_type', 'text',
      'shopping_chat.message.length', toString(10 + cityHash64(n, kind, 'message') % 100),
      'shopping_chat.product.id', toString(cityHash64(n, kind, 'product') % 5000))]
  )
FROM sessions
ARRAY JOIN range(0, 2 + turns) AS kind
