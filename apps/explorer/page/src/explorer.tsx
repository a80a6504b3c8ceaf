import { address, goTo } from './address.ts';
import { SessionView } from './session-view.tsx';
import { SessionsView } from './sessions-view.tsx';

export function Explorer() {
  const session = /^\/sessions\/([^/]+)$/.exec(address.value.pathname)?.[1];
  return (
    <>
      <header>
        <a
          href={`/sessions${address.value.search}`}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            goTo(`/sessions${address.value.search}`);
          }}
        >
          Chat sessions
        </a>
      </header>
      <main>{session ? <SessionView session={decode(session)} /> : <SessionsView />}</main>
    </>
  );
}

/** The address as it is when it is not encoded well: no session has that id. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
