import type { Locale } from '../../platform/http/message-catalogue.js';
import type { NoticePage } from '../notifications/index.js';

/** A mail server; group robots of 企业微信, 钉钉 and 飞书; any other program by HTTP. */
export const CHANNEL_KINDS = ['email', 'wecom', 'dingtalk', 'feishu', 'webhook'] as const;
export type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** Everything but a mail server: has one address of its own, and gets the notices about the units below its organisation. */
export const POSTED_KINDS = ['wecom', 'dingtalk', 'feishu', 'webhook'] as const;
export type PostedKind = (typeof POSTED_KINDS)[number];

/** TLS from the beginning, TLS after STARTTLS or nothing, or none for a server in a closed network. */
export const MAIL_SECURITY = ['tls', 'starttls', 'none'] as const;

/** What may be seen of a mail server. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  readonly security: (typeof MAIL_SECURITY)[number];
  /** Null where the server wants nobody to sign in. */
  readonly user: string | null;
  readonly from: string;
}

/** What may be seen of a robot or webhook: its address holds a key. */
export interface PostSettings {
  /** `https://host`, all of the address that is shown. */
  readonly origin: string;
  /** Whether it has a secret to sign with. */
  readonly signed: boolean;
  readonly locale: Locale;
  /** Notices that lead to these pages, whatever kinds there will be; null: all. */
  readonly topics: readonly NoticePage[] | null;
}

/** What nobody may see, encrypted as one. */
export interface ChannelSecrets {
  /** Of the mail server. */
  readonly password?: string;
  /** Whole address of a robot or webhook. */
  readonly url?: string;
  /** What requests are signed with. */
  readonly secret?: string;
}
