SELECT * FROM (
  SELECT 'visit-1' AS asked, chat_session_id, session_id, start_time, questions, answered_turns, failed_turns, outcome
  FROM otel.chat_sessions_of_visit(visit = 'visit-1')
  UNION ALL
  SELECT 'visit-2', chat_session_id, session_id, start_time, questions, answered_turns, failed_turns, outcome
  FROM otel.chat_sessions_of_visit(visit = 'visit-2')
  UNION ALL
  SELECT 'none', chat_session_id, session_id, start_time, questions, answered_turns, failed_turns, outcome
  FROM otel.chat_sessions_of_visit(visit = '')
)
ORDER BY asked, start_time
