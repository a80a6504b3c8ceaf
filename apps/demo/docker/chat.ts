import { relayPort } from './relay-port.ts';

const OWN_PORT = 18_090;

process.env.CHATSPAN_CHAT_PORT = String(OWN_PORT);
await import('@chatspan/demo-chat-backend/main');
await relayPort(8090, OWN_PORT);
