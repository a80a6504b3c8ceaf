import { startChat } from './start-chat.ts';
import { startOpenTelemetry } from './start-opentelemetry.ts';

startOpenTelemetry();
startChat();
