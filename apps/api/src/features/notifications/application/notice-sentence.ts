import { alertTitle, explainAlert, type AlertReason } from '@jixiao/domain';
import type { Locale, MessageCatalogue } from '../../../platform/http/message-catalogue.js';
import { sentenceOf, type NoticeKind, type NoticeParams } from './notice-kinds.js';

/** What a notice says to a reader of the language. */
export const noticeSentence = (
  catalogue: MessageCatalogue,
  { kind, params }: { readonly kind: NoticeKind; readonly params: NoticeParams },
  locale: Locale,
): string => catalogue.sentence({ code: sentenceOf(kind, params), params: inWords(params, locale) }, locale);

/** The name of an alert's parameter that holds why it was raised, as JSON: its sentence is made when it is read (R49). */
export const REASON = 'reason';

function inWords(params: NoticeParams, locale: Locale): NoticeParams {
  const kept = params[REASON];
  if (typeof kept !== 'string') return params;
  const reason = JSON.parse(kept) as AlertReason;
  return { ...params, title: alertTitle(reason.kind, locale), why: explainAlert(reason, locale) };
}
