/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** Base URL of the chat backend; default http://localhost:8090. */
  readonly VITE_CHAT_URL?: string;
  /** Base URL of the OTLP/HTTP intake; default http://localhost:4318. */
  readonly VITE_OTLP_URL?: string;
  /** Base URL of Jaeger's pages; none where Jaeger does not run. */
  readonly VITE_JAEGER_URL?: string;
  /** Base URL of the explorer; none where it does not run. */
  readonly VITE_EXPLORER_URL?: string;
}
