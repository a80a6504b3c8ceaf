window.vendor = { track() {} };

// Each element reports its own event when it is clicked.
for (const element of document.querySelectorAll('[data-action]')) {
  element.addEventListener('click', () => {
    window.vendor.track('clarity', { action: element.dataset.action, chat_widget_state: 'open' });
  });
}

// Many events at once, each of the largest size.
for (const element of document.querySelectorAll('[data-burst]')) {
  element.addEventListener('click', () => {
    const shown = Array.from({ length: 64 }, (_, index) => `${index} ${'x'.repeat(60)}`);
    for (let count = 0; count < Number(element.dataset.burst); count += 1) {
      window.vendor.track('clarity', { action: 'product_select', suggestion_buttons_shown: shown });
    }
  });
}
