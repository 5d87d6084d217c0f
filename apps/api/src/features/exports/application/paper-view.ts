import type { NameOf } from '../../identity/index.js';
import type { PaperView } from '../http/papers.dto.js';
import type { PaperForm } from '../persistence/paper-form.entity.js';
import type { PlacedPaper } from '../persistence/paper.repository.js';

/** @param forms those of its forms that have been read */
export const paperView = (
  { paper, organisation }: PlacedPaper,
  forms: readonly PaperForm[],
  nameOf: NameOf,
): PaperView => ({
  id: paper.id,
  code: paper.code,
  kind: paper.kind,
  year: paper.year,
  month: paper.month,
  format: paper.format,
  file: paper.file,
  sha256: paper.sha256,
  bytes: paper.bytes,
  templateRef: paper.templateRef,
  organisationId: paper.organisationId,
  organisationName: organisation.name,
  projectId: paper.projectId,
  projectName: paper.projectId === null ? null : (forms[0]?.projectName ?? null),
  forms: paper.forms,
  exportedAt: paper.exportedAt,
  exportedBy: paper.exportedBy,
  exportedByName: nameOf(paper.exportedBy),
  exportedFor: paper.exportedFor,
  exportedForName: nameOf(paper.exportedFor),
  round: paper.roundState,
  evaluations: forms.flatMap(({ projectId, evaluationState }) =>
    evaluationState === null ? [] : [{ projectId, ...evaluationState }],
  ),
});
