import posthog from 'posthog-js';
import type { Peer } from '../page/peer.ts';

/** `capture`. Sends by itself every 3 s, compressed. */
export const peer: Peer = {
  start(sinkUrl) {
    posthog.init('phc_bench', {
      api_host: sinkUrl,
      autocapture: false,
      capture_pageview: false,
      capture_pageleave: false,
      capture_performance: false,
      disable_session_recording: true,
      disable_surveys: true,
      disable_external_dependency_loading: true,
      advanced_disable_flags: true,
      // It takes any automated browser for a bot.
      opt_out_useragent_filter: true,
    });
  },
  track(name, attributes) {
    posthog.capture(name, attributes);
  },
  async flush() {},
};
