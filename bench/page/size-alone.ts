import { peer } from '#peer';

// A page that sets the peer up and records one event.
peer.start('https://telemetry.example.com');
addEventListener('click', () =>
  peer.track?.('shopping_chat.chat_closed', { 'shopping_chat.widget.state': 'open' }),
);
