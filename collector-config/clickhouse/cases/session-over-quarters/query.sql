SELECT * FROM (
  SELECT 'to 10:30' AS range, product_clicked, thumbs_up, closed
  FROM otel.chat_funnel(from = '2026-11-20T10:00:00Z', to = '2026-11-20T10:30:00Z') AS funnel,
    otel.chat_feedback(from = '2026-11-20T10:00:00Z', to = '2026-11-20T10:30:00Z') AS feedback,
    otel.chat_close_rate(from = '2026-11-20T10:00:00Z', to = '2026-11-20T10:30:00Z') AS close_rate
  UNION ALL
  SELECT 'to 10:29, which is 10:15', product_clicked, thumbs_up, closed
  FROM otel.chat_funnel(from = '2026-11-20T10:00:00Z', to = '2026-11-20T10:29:00Z') AS funnel,
    otel.chat_feedback(from = '2026-11-20T10:00:00Z', to = '2026-11-20T10:29:00Z') AS feedback,
    otel.chat_close_rate(from = '2026-11-20T10:00:00Z', to = '2026-11-20T10:29:00Z') AS close_rate
  UNION ALL
  SELECT 'from 10:10, which is 10:00', product_clicked, thumbs_up, closed
  FROM otel.chat_funnel(from = '2026-11-20T10:10:00Z', to = '2026-11-20T11:00:00Z') AS funnel,
    otel.chat_feedback(from = '2026-11-20T10:10:00Z', to = '2026-11-20T11:00:00Z') AS feedback,
    otel.chat_close_rate(from = '2026-11-20T10:10:00Z', to = '2026-11-20T11:00:00Z') AS close_rate
)
ORDER BY range
