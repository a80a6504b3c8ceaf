const ACTIONS = [
  'trigger_clicked',
  'user_respond',
  'product_select',
  'minimize_from_open',
  'expand_from_minimized',
  'chat_closed',
];

/** A page of the fixture shop: its buttons report events, its links lead to the next page with the same query. */
export function sitePage({ pathname, search }: URL, scripts: readonly string[]): string {
  const next = Number(pathname.slice(1)) + 1;
  const href = `/${next}${search.replaceAll('"', '%22')}`;
  const lines = [
    ...ACTIONS.map((action) => `<button id="${action}" data-action="${action}">${action}</button>`),
    '<button id="answer">answer</button>',
    ...[3, 10, 100].map(
      (count) => `<button id="burst_${count}" data-burst="${count}">burst of ${count}</button>`,
    ),
    `<a id="next" href="${href}">next</a>`,
    `<a id="url_click" data-action="url_click" href="${href}">next, reported</a>`,
    ...scripts.map((name) => `<script src="/${name}.js"></script>`),
  ];
  return `<!doctype html>
<html lang="en">
  <title>Shop</title>
  ${lines.join('\n  ')}
</html>
`;
}
