import { SplunkRum } from '@splunk/otel-web';

SplunkRum.init({
  beaconEndpoint: new URLSearchParams(location.search).get('intake') ?? '',
  allowInsecureBeacon: true,
  rumAccessToken: 'test',
  applicationName: 'shop',
  deploymentEnvironment: 'test',
  // A span for each long task of a loaded machine.
  instrumentations: { longtask: false },
});
