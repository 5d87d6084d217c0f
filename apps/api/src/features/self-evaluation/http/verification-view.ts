import type { Locale, MessageCatalogue } from '../../../platform/http/message-catalogue.js';
import { evaluationFindingParams } from '../application/evaluation-finding.js';
import type { VerifiedEvaluations } from '../application/verify-evaluations.js';
import type { EvaluationVerification } from './evaluation-seals.dto.js';

/** Listed at most; who changed everything need not be told every row. */
const MOST_LISTED = 200;

export const verificationView = (
  { findings, ...verified }: VerifiedEvaluations,
  catalogue: MessageCatalogue,
  locale: Locale,
): EvaluationVerification => ({
  ...verified,
  intact: findings.length === 0,
  findings: findings.slice(0, MOST_LISTED).map((finding) => ({
    code: finding.code,
    message: catalogue.sentence({ code: finding.code, params: evaluationFindingParams(finding) }, locale),
    evaluationId: finding.evaluationId,
    seq: finding.seq,
    version: finding.version,
    fields: [...finding.fields],
  })),
});
