import type { GenAiEvaluationName, GenAiEvaluationScoreLabel } from '@chatspan/semantic-conventions';
import {
  ATTR_GEN_AI_EVALUATION_NAME,
  ATTR_GEN_AI_EVALUATION_SCORE_LABEL,
  ATTR_GEN_AI_EVALUATION_SCORE_VALUE,
  ATTR_GEN_AI_RESPONSE_ID,
  ATTR_SHOPPING_CHAT_FEEDBACK_RATING,
  EVENT_GEN_AI_EVALUATION_RESULT,
} from '@chatspan/semantic-conventions';
import type { AttributeValue } from '@opentelemetry/api';
import type { RecordEvaluation } from '../public/hooks.ts';

/** A rating as the event that OpenTelemetry defines for evaluations of a model's output. */
export const recordGenAiEvaluation: RecordEvaluation = ({ action, attributes }) => {
  const evaluation = evaluationOf(action, attributes[ATTR_SHOPPING_CHAT_FEEDBACK_RATING]);
  if (!evaluation) return undefined;
  const { name, label, score } = evaluation;
  const responseId = attributes[ATTR_GEN_AI_RESPONSE_ID];
  return {
    name: EVENT_GEN_AI_EVALUATION_RESULT,
    attributes: {
      [ATTR_GEN_AI_EVALUATION_NAME]: name,
      ...(label !== undefined && { [ATTR_GEN_AI_EVALUATION_SCORE_LABEL]: label }),
      [ATTR_GEN_AI_EVALUATION_SCORE_VALUE]: score,
      ...(responseId !== undefined && { [ATTR_GEN_AI_RESPONSE_ID]: responseId }),
    },
  };
};

interface Evaluation {
  readonly name: GenAiEvaluationName;
  readonly label?: GenAiEvaluationScoreLabel;
  readonly score: AttributeValue;
}

function evaluationOf(action: string, surveyRating: AttributeValue | undefined): Evaluation | undefined {
  if (action === 'thumbs_up') return { name: 'user_feedback', label: action, score: 1 };
  if (action === 'thumbs_down') return { name: 'user_feedback', label: action, score: 0 };
  return surveyRating === undefined ? undefined : { name: 'user_survey', score: surveyRating };
}
