import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { NoticeKind, NoticeParams } from '../../notifications/index.js';
import type { DeliveryPurpose } from '../persistence/delivery.entity.js';

/** One notice of a message. */
export interface MessageItem {
  readonly kind: NoticeKind;
  readonly params: NoticeParams;
  readonly sentence: string;
  /** Address of the page about it; null where the program does not know its own address. */
  readonly link: string | null;
  readonly projectId: string | null;
  readonly unitId: string | null;
  readonly createdAt: string;
}

/** A message as it leaves the program. Each try of it has the same id, by which a receiver knows a repeat. */
export interface Message {
  readonly id: string;
  readonly purpose: DeliveryPurpose;
  readonly locale: Locale;
  readonly subject: string;
  readonly items: readonly MessageItem[];
  /** Lines before and after the notices; empty where there are none. */
  readonly opening: readonly string[];
  readonly closing: readonly string[];
  /** What stands in place of notices that do not fit; `{n}` is their number. */
  readonly more: string;
}

export const SEND_FAILURES = [
  'send-unreachable',
  'send-timeout',
  'send-sign-in-refused',
  'send-refused',
  'send-redirected',
  'send-rate-limited',
  'send-address-refused',
] as const;
export type SendFailureCode = (typeof SEND_FAILURES)[number];

/** Why a message did not go out, in a code and without any secret. */
export class SendFailure extends Error {
  override readonly name = 'SendFailure';

  /**
   * @param about `channel`: nothing else can be sent by it now; `message`: only this one; `final`: this one never
   * @param reply what the receiver said, freed of secrets
   */
  constructor(
    readonly code: SendFailureCode,
    readonly about: 'channel' | 'message' | 'final',
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(code);
  }
}
