const parka = {
  id: '431374',
  name: 'Halden Down Parka',
  price: 329,
  currency: 'EUR',
  category: 'outerwear',
  url: '/products/431374',
  picture: '/pictures/431374.svg',
};

const puffer = {
  id: '531284',
  name: 'Sund Funnel-Neck Puffer Jacket',
  price: 189.5,
  currency: 'EUR',
  category: 'outerwear',
  url: '/products/531284',
  picture: '/pictures/531284.svg',
};

const vest = {
  id: '061215',
  name: 'Ridgeway Vest',
  price: 99,
  currency: 'EUR',
  category: 'midlayer',
  url: '/products/061215',
  picture: '/pictures/061215.svg',
};

const text = { type: 'ADD_MESSAGE.ASSISTANT.TEXT', responseId: 'resp-1', batchId: 'batch-1' };

/** An answer with everything: progress, text in pieces with a link, a carousel, quick replies and a new type. */
export const carouselAnswer: readonly object[] = [
  {
    type: 'ADD_MESSAGE.ASSISTANT.NOTIFICATION',
    toolName: 'search_products',
    text: 'Looking through the shop …',
  },
  { ...text, _id: 'message-1', text: 'The [Halden' },
  { type: 'APPEND_LAST_ASSISTANT_MESSAGE', text: ' Down Parka](/products/431374) is the **warmest**.' },
  { type: 'SOMETHING.NEW', anything: true },
  { type: 'ADD_MESSAGE.ASSISTANT.CAROUSEL', data: [parka, puffer, vest], categoryName: 'outerwear' },
  {
    type: 'ADD_MESSAGE.ASSISTANT.QUICK_REPLY',
    data: [{ label: 'Only waterproof ones', target: 'search_in_catalog' }, { label: 'Thank you' }],
  },
];

/** One product, which is shown as a card. */
export const cardAnswer: readonly object[] = [
  { ...text, _id: 'message-2', text: 'This one fits.' },
  { type: 'ADD_MESSAGE.ASSISTANT.CAROUSEL', data: [vest] },
];
