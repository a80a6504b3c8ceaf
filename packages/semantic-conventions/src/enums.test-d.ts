// Compiled by `tsc`, never run: each `@ts-expect-error` that is not an error fails the type check.

import type {
  ActivityEndReason,
  GenAiEvaluationName,
  GenAiEvaluationScoreLabel,
  MessageInputType,
  SessionRolloverReason,
  TurnEndReason,
  WidgetState,
} from './index.ts';
import { SHOPPING_CHAT_TURN_END_REASON_VALUE_ANSWERED } from './index.ts';

// A constant is a value of its enum.
export const answered: TurnEndReason = SHOPPING_CHAT_TURN_END_REASON_VALUE_ANSWERED;
export const rolledOver: SessionRolloverReason = 'span_count';
export const rated: GenAiEvaluationName = 'user_survey';

// @ts-expect-error a letter is missing
export const misspelt: TurnEndReason = 'answerd';
// @ts-expect-error a value of another enum
export const foreign: ActivityEndReason = 'answered';
// @ts-expect-error `first` is no roll-over
export const first: SessionRolloverReason = 'first';
// @ts-expect-error upper case is for trigger components
export const shouted: WidgetState = 'OPEN';
// @ts-expect-error not an input type
export const typed: MessageInputType = 'typed';
// @ts-expect-error not an evaluation
export const stars: GenAiEvaluationName = 'stars';
// @ts-expect-error singular
export const thumb: GenAiEvaluationScoreLabel = 'thumb_up';
