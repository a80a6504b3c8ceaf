/** `shopping_chat.widget.state` → `SHOPPING_CHAT_WIDGET_STATE`, as the OpenTelemetry packages do. */
export function constantName(name: string): string {
  return name.replaceAll('.', '_').toUpperCase();
}
