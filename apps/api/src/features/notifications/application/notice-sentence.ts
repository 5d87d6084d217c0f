import type { Locale, MessageCatalogue } from '../../../platform/http/message-catalogue.js';
import { sentenceOf, type NoticeKind, type NoticeParams } from './notice-kinds.js';

/** What a notice says to a reader of the language. */
export const noticeSentence = (
  catalogue: MessageCatalogue,
  { kind, params }: { readonly kind: NoticeKind; readonly params: NoticeParams },
  locale: Locale,
): string => catalogue.sentence({ code: sentenceOf(kind, params), params }, locale);
