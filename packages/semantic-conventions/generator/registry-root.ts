/** The namespace of every name that is defined here; OpenTelemetry has none under it. */
export const REGISTRY_ROOT = 'shopping_chat.';
