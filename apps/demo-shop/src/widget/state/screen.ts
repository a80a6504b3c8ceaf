/** Screens up to this width show the chat as a sheet: half of the screen or all of it. */
const phoneQuery = '(max-width: 600px)';

export interface Screen {
  isPhone(): boolean;
  onChange(listener: () => void): void;
}

export function watchScreen(): Screen {
  const query = matchMedia(phoneQuery);
  return {
    isPhone: () => query.matches,
    onChange: (listener) => query.addEventListener('change', listener),
  };
}
