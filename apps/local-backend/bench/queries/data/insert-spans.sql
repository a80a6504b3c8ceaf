-- Spans of the chat sessions first … first + count - 1, the same at each call: who does what follows from the number alone.
-- `from` is when the first begins and `apart` the time between two beginnings, in nanoseconds; with `requests` = 0 only chat spans are made.
-- A session: its root, one activity of 3 to 31 events, and up to 3 turns with their question; 10 events on average. Each
-- turn has the six spans of its request that the demo records: fetch, route, agent, model, tool, model.
-- Attributes are those of a recorded session of the demo (README.md, Benchmarks).
INSERT INTO otel.otel_traces (
  Timestamp, TraceId, SpanId, ParentSpanId, SpanName, SpanKind, ServiceName, ResourceAttributes, ScopeName, ScopeVersion,
  SpanAttributes, Duration, StatusCode, `Events.Timestamp`, `Events.Name`, `Events.Attributes`
)
WITH
  ['PDP_EMBEDDED', 'PDP_EMBEDDED', 'PDP_EMBEDDED', 'PDP_EMBEDDED', 'FLOATING_TRIGGER', 'FLOATING_TRIGGER',
    'FLOATING_TRIGGER', 'PLP_BANNER', 'PLP_BANNER', 'SEARCH_BANNER'] AS components,
  ['mini_pdp_click', 'close_mini_pdp', 'url_click', 'product_select', 'product_select', 'product_deselect',
    'product_menu_click', 'product_menu_click', 'change_size', 'menu_click', 'minimize_from_open',
    'expand_from_minimized'] AS frequent,
  arrayConcat(frequent, frequent, frequent, ['thumbs_up', 'thumbs_down', 'submit_feedback', 'close_survey']) AS interactions,
  ['chat_closed', 'close_chat_from_minimized', 'close_chat_from_open_on_mobile', 'close_bubble'] AS closings,
  [0, 0, 0, 1, 1, 1, 1, 2, 2, 3] AS turn_counts,
  ['failed', 'failed', 'failed', 'timeout', 'abandoned', 'abandoned', 'abandoned', 'superseded'] AS bad_ends,
  ['outerwear', 'footwear', 'knitwear', 'accessories', 'trousers', 'shirts'] AS categories,
  ['What materials is this product made from?', 'Is it warm enough for winter?', 'What goes well with it?',
    'How do I wash it?', 'Does it run small or large?', 'Show me something similar'] AS starters,
  ['POST', 'POST /ca/v1/agents/{agent_id}/chats/{chat_id}/send-event', 'invoke_agent Northfell assistant',
    'chat mock-shop-1', 'execute_tool search_products', 'chat mock-shop-1'] AS request_spans,
  ['fetchStart', 'domainLookupStart', 'domainLookupEnd', 'connectStart', 'connectEnd', 'requestStart', 'responseStart',
    'responseEnd'] AS fetch_events,
  map('service.name', 'shop', 'service.version', '4.2.0', 'telemetry.sdk.language', 'webjs', 'telemetry.sdk.name',
    'opentelemetry', 'telemetry.sdk.version', '2.9.0') AS page_resource,
  map('service.name', 'chat-backend', 'telemetry.sdk.language', 'nodejs', 'telemetry.sdk.name', 'opentelemetry',
    'telemetry.sdk.version', '3.1.1') AS backend_resource,
  sessions AS (
    SELECT
      number AS n,
      lower(hex(MD5(concat('trace', toString(n))))) AS trace_id,
      lower(hex(MD5(concat('session', toString(n))))) AS session_id,
      toString(reinterpretAsUUID(MD5(concat('conversation', toString(n))))) AS conversation_id,
      components[1 + cityHash64(n, 'component') % 10] AS component,
      cityHash64(n, 'trigger') % 100 < 80 AS is_triggered,
      cityHash64(n, 'open') % 100 < 85 AS is_opened,
      cityHash64(n, 'close') % 100 < 40 AS is_closed,
      -- Exponential, mean 8.9.
      least(31, 3 + toUInt32(floor(-6.5 * log((1 + cityHash64(n, 'length') % 1000000) / 1000000)))) AS length,
      turn_counts[1 + cityHash64(n, 'turns') % 10] AS turns,
      toString(400000 + cityHash64(n, 'page') % 5000) AS page_product,
      concat('https://shop.example/products/', page_product) AS page,
      starters[1 + cityHash64(n, 'starter') % 6] AS starter,
      map('shopping_chat.experiment.id', 'demo-experiment-7', 'shopping_chat.experiment.source', 'clarity',
        'shopping_chat.experiment.rank', '1', 'shopping_chat.experiment.throttle_rank', toString(cityHash64(n, 'rank') % 100),
        'shopping_chat.experiment.variant.id', if(n % 2 = 0, 'demo-variant-a', 'demo-variant-b'),
        'shopping_chat.experiment.variant.name', if(n % 2 = 0, 'Assistant first', 'Assistant shown')) AS experiment,
      -- One after the other, as they would arrive, and all within the 28 days from `from`.
      {from:Int64} + toInt64(n) * {apart:Int64} + toInt64(cityHash64(n, 'start') % 1000000) AS start
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
  kind >= 2 + turns AS is_request,
  -- 1 to 6, the place in request_spans; 0 is no span of a request.
  if(is_request, 1 + (kind - 2 - turns) % 6, 0) AS place,
  toInt64(if(is_request, intDiv(kind - 2 - turns, 6), kind - 2)) AS turn,
  place > 1 AS is_backend,
  cityHash64(n, kind, 'end') % 100 AS fate,
  if(fate < 92, 'answered', bad_ends[1 + fate - 92]) AS end_reason,
  concat('resp_', substring(hex(cityHash64(n, turn, 'response')), 1, 16)) AS response_id,
  0.15 + (cityHash64(n, kind, 'first byte') % 1000000) / 600000 AS first_byte,
  if(kind < 2, start, start + 15000000000 + turn * 20000000000 + toInt64(cityHash64(n, turn + 2, 'pause') % 1000000000)
    + toInt64(place) * 1000000) AS began,
  map('shopping_chat.session.id', session_id, 'gen_ai.conversation.id', conversation_id) AS who
SELECT
  fromUnixTimestamp64Nano(began),
  trace_id,
  lower(hex(cityHash64(n, kind))),
  if(kind = 0, '', lower(hex(cityHash64(n, multiIf(place > 1, kind - 1, place = 1, turn + 2, least(kind - 1, 1)))))),
  multiIf(is_request, request_spans[place], kind = 0, 'shopping_chat.session', kind = 1, 'shopping_chat.activity',
    'shopping_chat.turn'),
  multiIf(place = 1 OR place = 4 OR place = 6, 'Client', place = 2, 'Server', 'Internal'),
  if(is_backend, 'chat-backend', 'shop'),
  if(is_backend, backend_resource, page_resource),
  multiIf(is_backend, '@chatspan/demo-chat-backend', is_request, '@opentelemetry/instrumentation-fetch',
    '@chatspan/instrumentation'),
  '0.1.0',
  multiIf(
    place = 1, map('http.request.method', 'POST', 'url.full', concat('https://shop.example/ca/v1/agents/demo/chats/',
      conversation_id, '/send-event'), 'http.response.status_code', '200', 'server.address', 'shop.example',
      'server.port', '443'),
    place = 2, mapConcat(who, map('http.request.method', 'POST', 'http.route', '/ca/v1/agents/{agent_id}/chats/{chat_id}/send-event',
      'url.path', concat('/ca/v1/agents/demo/chats/', conversation_id, '/send-event'), 'url.scheme', 'https',
      'network.protocol.version', '1.1', 'server.address', 'shop.example', 'server.port', '443', 'user_agent.original',
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
      'http.response.status_code', '200')),
    place = 3, mapConcat(who, map('gen_ai.operation.name', 'invoke_agent', 'gen_ai.agent.name', 'Northfell assistant')),
    place = 5, mapConcat(who, map('gen_ai.operation.name', 'execute_tool', 'gen_ai.tool.name', 'search_products',
      'gen_ai.tool.type', 'function', 'gen_ai.tool.call.id', concat('call_', hex(cityHash64(n, kind, 'call'))))),
    is_request, mapConcat(who, map('gen_ai.operation.name', 'chat', 'gen_ai.provider.name', 'mock',
      'gen_ai.request.model', 'mock-shop-1', 'gen_ai.response.id', response_id, 'gen_ai.response.model', 'mock-shop-1-2026-11',
      'gen_ai.usage.input_tokens', toString(40 + cityHash64(n, kind, 'in') % 400), 'gen_ai.usage.output_tokens',
      toString(9 + cityHash64(n, kind, 'out') % 200), 'gen_ai.response.finish_reasons', '["stop"]')),
    kind = 0, mapConcat(who, map('browser.document.url.full', page, 'shopping_chat.action',
      if(is_triggered, 'trigger_clicked', 'expand_from_minimized'))),
    kind = 1, mapConcat(who, map('browser.document.url.full', page, 'shopping_chat.activity.end_reason', 'idle',
      'shopping_chat.activity.event_count', toString(length))),
    mapConcat(who, map('browser.document.url.full', page, 'shopping_chat.turn.seq', toString(turn + 1),
      'shopping_chat.turn.request_count', '1', 'shopping_chat.turn.end_reason', end_reason,
      'shopping_chat.turn.time_to_first_byte', if(end_reason = 'abandoned', '', toString(first_byte)),
      'shopping_chat.message.input_type', 'text', 'gen_ai.response.id', response_id))
  ),
  multiIf(
    kind = 0, 0,
    kind = 1, 7000000000 * (length + 1),
    toUInt64((first_byte + (cityHash64(n, kind, 'rest') % 1000000) / 200000) * 1e9)
  ),
  if(kind > 1 AND NOT is_request AND end_reason = 'failed', 'Error', 'Unset'),
  multiIf(
    kind = 1, arrayMap(
      i -> fromUnixTimestamp64Nano(start + 7000000000 * toInt64(i) + toInt64(cityHash64(n, i) % 1000000)),
      range(1, length + 1)
    ),
    place = 1, arrayMap(i -> fromUnixTimestamp64Nano(began + toInt64(i) * 5000000), range(1, 9)),
    kind = 0 OR is_request, [],
    [fromUnixTimestamp64Nano(began)]
  ),
  multiIf(
    kind = 1, arrayMap(action -> concat('shopping_chat.', action), actions),
    place = 1, fetch_events,
    kind = 0 OR is_request, [],
    ['shopping_chat.user_respond']
  ),
  multiIf(
    kind = 1, arrayMap(
      (action, i) -> mapConcat(
        map('shopping_chat.action', action, 'shopping_chat.event.seq', toString(i)),
        if(action IN ('submit_feedback', 'close_survey', 'close_bubble'), map(), map('shopping_chat.conversation.state', 'conversation')),
        if(action IN ('submit_feedback', 'close_survey', 'close_bubble', 'trigger_clicked', 'minimize_from_open', 'chat_closed',
          'close_chat_from_minimized'), map(), map('shopping_chat.widget.size', 'large')),
        multiIf(
          action = 'trigger_clicked', map('shopping_chat.trigger.component', component,
            'shopping_chat.trigger.template', concat(component, '_v1'), 'shopping_chat.widget.state', 'none',
            'shopping_chat.trigger.product_ids', concat('["', page_product, '"]'),
            'shopping_chat.trigger.starter.texts', concat('["', arrayStringConcat(arraySlice(starters, 1 + n % 4, 3), '","'), '"]'),
            'shopping_chat.trigger.starter.text', starter, 'shopping_chat.trigger.starter.clicked_is_generated', 'true',
            'shopping_chat.trigger.starter.set_is_generated', 'true'),
          action = 'expand_from_trigger', map('shopping_chat.trigger.name', 'Clarity-PDP-Embedded',
            'shopping_chat.trigger.starter.text', starter, 'shopping_chat.widget.state', 'open'),
          action = 'expand_from_minimized', map('shopping_chat.widget.state', 'open'),
          action = 'minimize_from_open', map('shopping_chat.widget.state', 'minimized', 'shopping_chat.widget.previous_size', 'large'),
          action = 'change_size', map('shopping_chat.widget.previous_size', 'small'),
          action = 'menu_click', map('shopping_chat.menu.item_label', 'Learn more', 'url.full', 'https://shop.example/help'),
          action = 'url_click', map('shopping_chat.link.type', 'product_card',
            'shopping_chat.product.id', toString(400000 + cityHash64(n, i, 'product') % 5000),
            'url.full', concat('https://shop.example/products/', toString(400000 + cityHash64(n, i, 'product') % 5000))),
          action IN ('thumbs_up', 'thumbs_down'), map('shopping_chat.feedback.length', '0',
            'shopping_chat.feedback.target.length', toString(100 + cityHash64(n, i, 'target') % 400),
            'shopping_chat.feedback.target.product_ids', concat('["', page_product, '"]'),
            'shopping_chat.turn.span_id', lower(hex(cityHash64(n, 2))), 'gen_ai.response.id', response_id),
          action = 'submit_feedback', map('shopping_chat.feedback.rating', toString(1 + cityHash64(n, i, 'rating') % 5),
            'shopping_chat.feedback.length', '20'),
          action IN ('product_select', 'product_deselect'), map(
            'shopping_chat.product.id', toString(400000 + cityHash64(n, i, 'product') % 5000),
            'shopping_chat.selection.product_ids', concat('["', toString(400000 + cityHash64(n, i, 'product') % 5000), '"]'),
            'shopping_chat.suggestion.labels', '["Tell me more","Find similar"]'),
          startsWith(action, 'close_') AND action != 'close_mini_pdp' OR action = 'chat_closed',
            map('shopping_chat.widget.previous_state', 'open'),
          mapConcat(
            map('shopping_chat.product.id', toString(400000 + cityHash64(n, i, 'product') % 5000)),
            if(action = 'close_mini_pdp', map(),
              map('shopping_chat.product.category', categories[1 + cityHash64(n, i, 'product') % 6])),
            if(action = 'product_menu_click', map('shopping_chat.menu.item_label', 'find similar', 'shopping_chat.menu.source',
              'carousel'), map()))
        ),
        experiment
      ),
      actions, range(1, length + 1)
    ),
    place = 1, arrayMap(name -> map(), fetch_events),
    kind = 0 OR is_request, [],
    [mapConcat(map('shopping_chat.action', 'user_respond', 'shopping_chat.event.seq', toString(length + turn + 1),
      'shopping_chat.widget.size', 'large', 'shopping_chat.conversation.state', 'conversation',
      'shopping_chat.message.input_type', 'text',
      'shopping_chat.message.length', toString(10 + cityHash64(n, kind, 'message') % 100),
      'shopping_chat.selection.product_ids', '[]'), experiment)]
  )
FROM sessions
ARRAY JOIN range(0, 2 + turns + if({requests:UInt8} = 1, 6 * turns, 0)) AS kind
