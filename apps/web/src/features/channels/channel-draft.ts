import type { Channel, ChannelChanges, NewChannelInput } from '../../shared/api/schema.gen.js';

export const CHANNEL_KINDS = ['email', 'wecom', 'dingtalk', 'feishu', 'webhook'] as const;
export const MAIL_SECURITY = ['tls', 'starttls', 'none'] as const;
/** The usual port of each. */
export const PORTS: Readonly<Record<(typeof MAIL_SECURITY)[number], number>> = { tls: 465, starttls: 587, none: 25 };
const MIN_SECRET = 16;

/** A channel as it stands in the form; secrets are empty unless somebody types new ones. */
export interface ChannelDraft {
  kind: Channel['kind'];
  organisationId: string;
  name: string;
  active: boolean;
  host: string;
  port: number | '';
  security: (typeof MAIL_SECURITY)[number];
  user: string;
  password: string;
  from: string;
  url: string;
  secret: string;
  /** Takes the stored secret away. */
  withoutSecret: boolean;
  locale: 'zh' | 'en';
  /** False: only the topics that are chosen. */
  allTopics: boolean;
  topics: NonNullable<NonNullable<Channel['post']>['topics']>;
}

export const blankDraft = (kind: ChannelDraft['kind']): ChannelDraft => ({
  kind,
  organisationId: '',
  name: '',
  active: true,
  host: '',
  port: PORTS.tls,
  security: 'tls',
  user: '',
  password: '',
  from: '',
  url: '',
  secret: '',
  withoutSecret: false,
  locale: 'zh',
  allTopics: true,
  topics: [],
});

export const draftOf = ({ kind, organisationId, name, active, mail, post }: Channel): ChannelDraft => ({
  ...blankDraft(kind),
  organisationId,
  name,
  active,
  ...(mail === null ? {} : { ...mail, user: mail.user ?? '' }),
  ...(post === null ? {} : { locale: post.locale, allTopics: post.topics === null, topics: [...(post.topics ?? [])] }),
});

/** What is missing or wrong, by field; each a key under `channel.fault`. */
export type DraftFaults = Partial<Record<keyof ChannelDraft, string>>;

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
export const isMailAddress = (text: string): boolean => ADDRESS.test(text);
const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text) && URL.canParse(text);

/** @param present the stored channel, whose secrets may stay; null for a new one */
export function faultsOf(draft: ChannelDraft, present: Channel | null): DraftFaults {
  const faults: DraftFaults = {};
  if (draft.name.trim() === '') faults.name = 'name';
  if (draft.organisationId === '') faults.organisationId = 'organisation';
  Object.assign(faults, draft.kind === 'email' ? mailFaults(draft, present) : postFaults(draft, present));
  return faults;
}

function mailFaults(draft: ChannelDraft, present: Channel | null): DraftFaults {
  const faults: DraftFaults = {};
  if (draft.host.trim() === '') faults.host = 'host';
  if (typeof draft.port !== 'number' || draft.port < 1 || draft.port > 65_535) faults.port = 'port';
  if (!isMailAddress(draft.from.trim())) faults.from = 'from';
  if (draft.user.trim() !== '' && draft.password === '' && !keepsPassword(draft, present)) faults.password = 'password';
  return faults;
}

/** The password goes to the server that it was entered for, and to no other. */
export function keepsPassword(draft: ChannelDraft, present: Channel | null): boolean {
  if (!present?.mail || !present.secretsReadable || present.mail.user === null) return false;
  const { host, port, security, user } = present.mail;
  return host === draft.host.trim() && port === draft.port && security === draft.security && user === draft.user.trim();
}

function postFaults(draft: ChannelDraft, present: Channel | null): DraftFaults {
  const faults: DraftFaults = {};
  const hasStored = present?.secretsReadable ?? false;
  if (draft.url.trim() === '' ? !hasStored : !isWebAddress(draft.url.trim())) faults.url = 'url';
  const secret = draft.secret.trim();
  const isSigned = hasStored && (present?.post?.signed ?? false);
  if (secret !== '' && secret.length < MIN_SECRET) faults.secret = 'secretShort';
  if (draft.kind === 'webhook' && secret === '' && !isSigned) faults.secret = 'secret';
  if (!draft.allTopics && draft.topics.length === 0) faults.topics = 'topics';
  return faults;
}

/** The body of the request, without organisation and version. */
function bodyOf(draft: ChannelDraft) {
  const { kind, active, locale } = draft;
  const name = draft.name.trim();
  if (kind === 'email') {
    const user = draft.user.trim();
    return {
      kind,
      name,
      active,
      host: draft.host.trim(),
      port: Number(draft.port),
      security: draft.security,
      user: user === '' ? null : user,
      ...(draft.password === '' ? {} : { password: draft.password }),
      from: draft.from.trim(),
    };
  }
  const [url, secret] = [draft.url.trim(), draft.secret.trim()];
  return {
    kind,
    name,
    active,
    ...(url === '' ? {} : { url }),
    ...(secret === '' ? (draft.withoutSecret ? { secret: null } : {}) : { secret }),
    locale,
    topics: draft.allTopics ? null : [...draft.topics],
  };
}

export const newChannelOf = (draft: ChannelDraft): NewChannelInput => ({
  ...bodyOf(draft),
  organisationId: draft.organisationId,
});

export const changesOf = (draft: ChannelDraft, { version }: Pick<Channel, 'version'>): ChannelChanges => ({
  ...bodyOf(draft),
  version,
});
