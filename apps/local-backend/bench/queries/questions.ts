import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whom a question is asked of: the analytic views, the arrays of otel_traces, the minimal tables. */
export const WAYS = ['views', 'spans', 'minimal'] as const;
export type Way = (typeof WAYS)[number];

export interface Question {
  readonly name: string;
  readonly statements: Readonly<Record<Way, string>>;
}

const FOLDER = join(import.meta.dirname, 'questions');

/** Each folder of questions/ is one question, in three wordings that must give the same rows. */
export function readQuestions(): Question[] {
  return readdirSync(FOLDER).map((name) => {
    const [views, spans, minimal] = WAYS.map((way) => readFileSync(join(FOLDER, name, `${way}.sql`), 'utf8'));
    return { name, statements: { views: views ?? '', spans: spans ?? '', minimal: minimal ?? '' } };
  });
}
