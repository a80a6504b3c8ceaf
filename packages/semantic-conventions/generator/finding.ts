/** Something wrong in a registry file: where it is, what it is, and what to do about it. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export function formatFinding(finding: Finding): string {
  return `${finding.file}:${finding.line}: ${finding.message}`;
}
