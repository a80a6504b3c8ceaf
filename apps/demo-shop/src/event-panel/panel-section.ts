/** One part of the event panel: a view of what ClickHouse has of a chat session. */
export interface PanelSection {
  readonly element: HTMLElement;
  /** Reads anew and shows it; resolves to whether something changed. Rejects with a sentence for the reader. */
  refresh(chatSessionId: string, signal: AbortSignal): Promise<boolean>;
  /** Shows nothing: another chat session, or none. */
  clear(): void;
}
