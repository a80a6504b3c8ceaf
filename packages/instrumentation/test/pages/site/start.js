window.chat = window.chatspan.start({
  sources: [window.chatspan.trackerSource(() => window.vendor, 'track', { eventType: 'clarity' })],
});
