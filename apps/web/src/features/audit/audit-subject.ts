/** What an entry is about, as far as its subject tells (`KIND/ID`, `round/PERIOD`, `report/PERIOD/PROJECT`). */
export interface AuditSubject {
  readonly kind: string;
  readonly period: { readonly year: number; readonly month: number } | null;
  readonly projectId: string | null;
}

const PERIOD = /^(\d{4})-(\d{1,2})$/;

/** Reads the subject of an audit entry; a part of unknown shape is left out, for the whole stands beside it anyway. */
export function subjectOf(subject: string): AuditSubject {
  const [kind = '', second = '', third] = subject.split('/');
  const match = PERIOD.exec(second);
  const period = match ? { year: Number(match[1]), month: Number(match[2]) } : null;
  if (kind === 'project') return { kind, period, projectId: second || null };
  return { kind, period, projectId: kind === 'report' ? (third ?? null) : null };
}
