import { ATTR_GEN_AI_RESPONSE_ID, ATTR_SHOPPING_CHAT_FEEDBACK_RATING } from '@chatspan/semantic-conventions';
import type { RecordEvaluation } from '../public/types.ts';

// Names of https://github.com/open-telemetry/semantic-conventions-genai (model/gen-ai/events.yaml), all in development.
const EVENT_GEN_AI_EVALUATION_RESULT = 'gen_ai.evaluation.result';
const ATTR_GEN_AI_EVALUATION_NAME = 'gen_ai.evaluation.name';
const ATTR_GEN_AI_EVALUATION_SCORE_LABEL = 'gen_ai.evaluation.score.label';
const ATTR_GEN_AI_EVALUATION_SCORE_VALUE = 'gen_ai.evaluation.score.value';

/** A rating as the event that OpenTelemetry defines for evaluations of a model's output. */
export const recordGenAiEvaluation: RecordEvaluation = ({ action, attributes }) => {
  const survey = attributes[ATTR_SHOPPING_CHAT_FEEDBACK_RATING];
  const isThumb = action === 'thumbs_up' || action === 'thumbs_down';
  if (!isThumb && survey === undefined) return undefined;
  const responseId = attributes[ATTR_GEN_AI_RESPONSE_ID];
  return {
    name: EVENT_GEN_AI_EVALUATION_RESULT,
    attributes: {
      [ATTR_GEN_AI_EVALUATION_NAME]: isThumb ? 'user_feedback' : 'user_survey',
      ...(isThumb && { [ATTR_GEN_AI_EVALUATION_SCORE_LABEL]: action }),
      [ATTR_GEN_AI_EVALUATION_SCORE_VALUE]: isThumb ? Number(action === 'thumbs_up') : survey,
      ...(responseId !== undefined && { [ATTR_GEN_AI_RESPONSE_ID]: responseId }),
    },
  };
};
