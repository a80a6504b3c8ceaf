import { attempt } from '../guard/guard.ts';

/** The parts of Datadog RUM's and Elastic RUM's global objects that say which requests get their headers. */
interface OtherTracers {
  readonly DD_RUM?: {
    getInitConfiguration?(): { allowedTracingUrls?: readonly unknown[] } | undefined;
    getInternalContext?(): object | undefined;
  };
  readonly elasticApm?: {
    readonly serviceFactory?: { getService(name: 'ConfigService'): { get(option: string): unknown } };
  };
}

interface DatadogOption {
  readonly match: unknown;
  readonly propagatorTypes?: readonly string[];
}

/**
 * The tool that adds a `traceparent` of its own to a URL's requests, by its configuration. One that was loaded before us
 * adds it further in, where nobody can take it or ours away again: both would be joined, and neither trace continues.
 */
export function otherTracerAdds(url: string): string | undefined {
  const page = globalThis as OtherTracers;
  const datadog = page.DD_RUM;
  const allowed = datadog?.getInitConfiguration?.()?.allowedTracingUrls ?? [];
  // A session that is not sampled has no context, and no traces.
  const isSampled = !datadog?.getInternalContext || datadog.getInternalContext() !== undefined;
  if (isSampled && allowed.some((option) => datadogMatches(option, url))) return 'Datadog RUM';
  if (elasticMatches(page.elasticApm, new URL(url).origin)) return 'Elastic RUM';
  return undefined;
}

// https://docs.datadoghq.com/real_user_monitoring/correlate_with_other_telemetry/apm/
function datadogMatches(option: unknown, url: string): boolean {
  if (typeof option === 'string') return url.startsWith(option);
  if (typeof option === 'function') return option(url) === true;
  if (option instanceof RegExp) return url.search(option) >= 0;
  const { match, propagatorTypes = [] } = option as DatadogOption;
  return propagatorTypes.includes('tracecontext') && datadogMatches(match, url);
}

// https://www.elastic.co/docs/reference/apm/agents/rum-js/configuration
function elasticMatches(apm: OtherTracers['elasticApm'], origin: string): boolean {
  const config = apm?.serviceFactory?.getService('ConfigService');
  // Without the name of a service it has not been initialised.
  if (!config?.get('serviceName') || config.get('active') === false) return false;
  if (!config.get('distributedTracing')) return false;
  if (`${config.get('distributedTracingHeaderName')}`.toLowerCase() !== 'traceparent') return false;
  const origins = [config.get('distributedTracingOrigins')].flat();
  return origin === location.origin || origins.some((entry) => sameOrigin(entry, origin));
}

function sameOrigin(entry: unknown, origin: string): boolean {
  if (entry instanceof RegExp) return origin.search(entry) >= 0;
  return attempt(() => new URL(`${entry}`).origin) === origin;
}
