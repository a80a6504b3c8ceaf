/** What a browser can be told to do with a tab. */
export interface TabControls {
  /** Resolves when the navigation has begun, or later. */
  navigate(url: string): Promise<void>;
  /** The value of an expression, which gives text or a promise of it. */
  evaluate(expression: string): Promise<string>;
  /** A trusted click at a point of the viewport, in CSS pixels. */
  clickAt(x: number, y: number): Promise<void>;
  back(): Promise<void>;
  /** Its visitor looks at something else. */
  hide(): Promise<void>;
  /** Its visitor looks at it again. */
  show(): Promise<void>;
  /** Closes the tab as its visitor does, so that the page is told. */
  close(): Promise<void>;
}

/** A browser that was started. */
export interface Browser {
  openTab(): Promise<TabControls>;
  /** SIGKILL for the browser and all its processes. */
  kill(): Promise<void>;
}
