import { relayPort } from './relay-port.ts';

const OWN_PORT = 18_090;

process.env.CHATSPAN_CHAT_PORT = String(OWN_PORT);
await import('../../demo-chat-backend/src/main.ts');
await relayPort(8090, OWN_PORT);
