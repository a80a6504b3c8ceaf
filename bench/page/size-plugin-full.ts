import { chatRequestUrls, ShoppingChatInstrumentation, trackerSource } from '@chatspan/instrumentation';

// The same, with the chat's requests as part of the trace.
new ShoppingChatInstrumentation({
  sources: [trackerSource(() => window.exponea, 'track')],
  requests: chatRequestUrls(['https://chat.example.com/']),
});
