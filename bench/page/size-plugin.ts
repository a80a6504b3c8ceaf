import { ShoppingChatInstrumentation, trackerSource } from '@chatspan/instrumentation';

// What a page that has its peers already takes of the plugin.
new ShoppingChatInstrumentation({ sources: [trackerSource(() => window.exponea, 'track')] });
