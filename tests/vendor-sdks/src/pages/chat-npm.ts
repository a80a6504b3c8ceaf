import { manualSource, ShoppingChatInstrumentation } from '@chatspan/instrumentation';
import { registerInstrumentations } from '@opentelemetry/instrumentation';

const source = manualSource();
registerInstrumentations({ instrumentations: [new ShoppingChatInstrumentation({ sources: [source] })] });
Object.assign(window, { reportChat: (action: string) => source.emit({ action }) });
