import * as Sentry from '@sentry/browser';

// Capture of other things than what a page records itself.
const OFF = ['BrowserSession', 'Breadcrumbs', 'GlobalHandlers', 'BrowserApiErrors'];

/** Sentry with its defaults, or with the transport that its documents offer for bad networks. */
export function startSentry(sinkUrl: string, offline: boolean): void {
  Sentry.init({
    dsn: sinkUrl.replace('//', '//bench@').concat('/1'),
    tracesSampleRate: 1,
    integrations: (defaults) => defaults.filter(({ name }) => !OFF.includes(name)),
    ...(offline && { transport: Sentry.makeBrowserOfflineTransport(Sentry.makeFetchTransport) }),
  });
}

/** Sends what waits. */
export async function flushSentry(): Promise<void> {
  await Sentry.flush(5_000);
}
