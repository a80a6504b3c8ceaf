/** One view of the event panel: what ClickHouse has of a chat session. */
export interface PanelSection {
  readonly element: HTMLElement;
  /** Reads anew and shows it; resolves to whether something changed. Rejects with a sentence for the reader. */
  refresh(chatSessionId: string, signal: AbortSignal): Promise<boolean>;
  /** Shows nothing: another chat session, or none. */
  clear(): void;
}

export interface PanelView extends PanelSection {
  readonly id: string;
  readonly title: string;
}
