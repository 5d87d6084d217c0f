import type { NameOf } from '../../identity/index.js';
import type { PlacedReportPaper } from '../../official-reports/index.js';
import type { ReportPaperView } from '../http/papers.dto.js';

export const reportPaperView = (
  { paper, report, organisation }: PlacedReportPaper,
  nameOf: NameOf,
): ReportPaperView => ({
  id: paper.id,
  code: paper.code,
  reportId: report.id,
  kind: report.kind,
  title: report.title,
  year: report.year,
  month: report.kind === 'monitoring' ? report.month : null,
  organisationId: report.organisationId,
  organisationName: organisation.name,
  version: paper.version,
  sealHash: paper.sealHash,
  format: paper.format,
  file: paper.file,
  sha256: paper.sha256,
  bytes: paper.bytes,
  exportedAt: paper.exportedAt,
  exportedBy: paper.exportedBy,
  exportedByName: nameOf(paper.exportedBy),
  exportedFor: paper.exportedFor,
  exportedForName: nameOf(paper.exportedFor),
  now: standingOf({ paper, report }),
});

function standingOf({ paper, report }: Pick<PlacedReportPaper, 'paper' | 'report'>): ReportPaperView['now'] {
  const { state, version, sealedVersion } = report;
  const isNewest = version === paper.version && (sealedVersion === null || sealedVersion === paper.version);
  const wasSealedSince = paper.sealHash === null && sealedVersion === paper.version;
  return { state, version, sealedVersion, superseded: !isNewest || wasSealedSince };
}
