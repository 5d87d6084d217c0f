import { warningMessage, type DocumentWarning } from '@jixiao/domain';
import type { Locale, MessageCatalogue } from '../../../platform/http/message-catalogue.js';

export interface WarningView {
  readonly code: string;
  readonly message: string;
  readonly at: string;
  readonly project: string | null;
}

/** The document's remarks have their sentences in the domain library, those about stored data in the catalogue. */
export const warningView = (
  { code, params, at, project }: DocumentWarning,
  locale: Locale,
  catalogue: MessageCatalogue,
): WarningView => ({
  code,
  message: catalogue.has(code)
    ? catalogue.sentence({ code, params }, locale)
    : warningMessage(code, params ?? {}, locale),
  at,
  project,
});
