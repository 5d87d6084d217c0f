import type { ReportPaper } from '../../shared/api/schema.gen.js';

/** What has become of a report since it was given out, as names of sentences with their figure. */
export function standingOf({ version, now }: ReportPaper): readonly { readonly said: string; readonly n: number }[] {
  if (!now.superseded) return [{ said: 'newest', n: now.version }];
  if (now.version === version && now.sealedVersion === version) return [{ said: 'nowSealed', n: version }];
  const newer = { said: 'newer', n: now.version };
  const sealed =
    now.sealedVersion === null ? { said: 'noneSealed', n: 0 } : { said: 'sealedNow', n: now.sealedVersion };
  return [newer, sealed];
}
