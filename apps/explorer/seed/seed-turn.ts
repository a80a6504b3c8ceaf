import type { Random } from './random.ts';
import { INPUT_TYPES, MODELS, TOOLS } from './shop-facts.ts';

export interface SeedTurn {
  readonly endReason: 'answered' | 'failed' | 'timeout' | 'abandoned';
  readonly errorType: string;
  readonly inputType: string;
  readonly questionLength: number;
  /** Seconds; the first byte is left out where there was none. */
  readonly seconds: number;
  readonly firstByte?: number;
  readonly tool?: { readonly name: string; readonly seconds: number };
  readonly model: { readonly name: string; readonly pace: number; readonly tokens: number };
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** A question and how it ended. During the bad deploy many fail, and the others take long. */
export function makeTurn(random: Random, isBadDeploy: boolean): SeedTurn {
  const model = random.pick(MODELS);
  const tool = random.chance(0.72) ? random.pick(TOOLS) : undefined;
  const isSlow = random.chance(0.03);
  const pace = model.pace * (isSlow ? 5 : 1) * (isBadDeploy ? 2.2 : 1);
  const toolSeconds = tool === undefined ? 0 : random.around(tool.seconds, 0.4) * (isSlow ? 4 : 1);
  const firstByte = 0.25 + toolSeconds + random.around(0.55, 0.35) * pace;
  const seconds = firstByte + random.around(2.1, 0.4) * pace;
  const base = {
    inputType: random.pick(INPUT_TYPES),
    questionLength: Math.round(random.around(34, 0.5)),
    model,
    ...(tool !== undefined && { tool: { name: tool.name, seconds: toolSeconds } }),
    inputTokens: Math.round(random.around(820, 0.5) * model.tokens),
    outputTokens: Math.round(random.around(140, 0.5) * model.tokens),
  };
  if (random.chance(isBadDeploy ? 0.34 : 0.022)) {
    const errorType = random.pick([
      ['502', isBadDeploy ? 80 : 30],
      ['503', 30],
      ['network_error', 25],
      ['429', 15],
    ] as const);
    return { ...base, endReason: 'failed', errorType, seconds: random.around(0.9, 0.5) };
  }
  if (random.chance(0.008)) return { ...base, endReason: 'timeout', errorType: 'timeout', seconds: 60 };
  // The longer it takes, the fewer wait for it.
  if (random.chance(Math.min(0.5, 0.004 * seconds))) {
    return { ...base, endReason: 'abandoned', errorType: '', seconds: seconds * random.next(), firstByte };
  }
  return { ...base, endReason: 'answered', errorType: '', seconds, firstByte };
}
