import { manualSource, ShoppingChatInstrumentation } from '@chatspan/instrumentation';
import { SESSION } from '@chatspan-tools/scripted-chat/session';
import { BatchSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import type { OutboxStats } from '../src/index.ts';
import { OutboxTraceExporter } from '../src/index.ts';

export interface WirePage {
  /** Plays the scripted chat, one event every so many milliseconds, and returns how many there were. */
  play(pace: number): Promise<number>;
  stats(): OutboxStats;
}

declare global {
  interface Window {
    wirePage: WirePage;
  }
}

const options = new URLSearchParams(location.search);
const exporter = new OutboxTraceExporter({
  url: options.get('url') ?? '',
  compression: options.get('compression') === 'gzip' ? 'gzip' : 'none',
});
new WebTracerProvider({
  spanProcessors: [new BatchSpanProcessor(exporter, { scheduledDelayMillis: 500 })],
}).register();
const source = manualSource();
const chat = new ShoppingChatInstrumentation({ sources: [source] });

window.wirePage = {
  async play(pace) {
    for (const payload of SESSION) {
      source.emit({ ...payload });
      await new Promise((resolve) => setTimeout(resolve, pace));
      // The page sees no answer of an assistant here: it says that it is there.
      if (payload.action.startsWith('user_respond')) chat.endTurn();
    }
    return SESSION.length;
  },
  stats: () => exporter.stats(),
};
