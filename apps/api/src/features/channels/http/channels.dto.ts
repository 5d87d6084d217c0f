import { z } from 'zod';
import { Id, PageQuery } from '../../../platform/http/fields.dto.js';
import { NOTICE_PAGES } from '../../notifications/index.js';
import { CHANNEL_KINDS, MAIL_SECURITY, POSTED_KINDS } from '../channel-kinds.js';

const MAX_ADDRESS = 254;
const MIN_SECRET = 16;
const Locale = z.enum(['zh', 'en']);
export const MailAddress = z.email().max(MAX_ADDRESS);

const isPostable = (text: string): boolean => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
};

const shared = {
  name: z.string().trim().min(1).max(100),
  active: z.boolean().describe('Off: nothing new is written, and what waits goes on waiting'),
};
const mail = {
  kind: z.literal('email'),
  ...shared,
  host: z
    .string()
    .trim()
    .max(253)
    .regex(/^[\w.:-]+$/),
  port: z.int().min(1).max(65_535),
  security: z.enum(MAIL_SECURITY),
  user: z.string().trim().min(1).max(MAX_ADDRESS).nullable(),
  password: z.string().min(1).max(500).optional().describe('Left out: the one that is stored'),
  from: MailAddress,
};
const post = {
  kind: z.enum(POSTED_KINDS),
  ...shared,
  url: z.string().trim().max(2000).refine(isPostable).optional().describe('Left out: the one that is stored'),
  secret: z.string().trim().min(MIN_SECRET).max(500).nullable().optional().describe('Null: none; left out: as stored'),
  locale: Locale,
  topics: z
    .array(z.enum(NOTICE_PAGES))
    .min(1)
    .max(NOTICE_PAGES.length)
    .nullable()
    .describe('Notices that lead to these pages; null: all'),
};

const place = { organisationId: Id };
export const NewChannelInput = z
  .discriminatedUnion('kind', [z.strictObject({ ...mail, ...place }), z.strictObject({ ...post, ...place })])
  .meta({ id: 'NewChannelInput' });
export type NewChannelInput = z.output<typeof NewChannelInput>;

const version = { version: z.int().min(1).describe('That was read') };
export const ChannelChanges = z
  .discriminatedUnion('kind', [z.strictObject({ ...mail, ...version }), z.strictObject({ ...post, ...version })])
  .meta({ id: 'ChannelChanges' });
export type ChannelChanges = z.output<typeof ChannelChanges>;

export const RemovalQuery = z.object({ version: z.coerce.number().int().min(1) });
export const TestInput = z
  .strictObject({ address: MailAddress.optional().describe('Of an e-mail; left out: the own one') })
  .meta({ id: 'ChannelTestInput' });
export type TestInput = z.output<typeof TestInput>;

const MailSettings = z.object({
  host: z.string(),
  port: z.int(),
  security: z.enum(MAIL_SECURITY),
  user: z.string().nullable(),
  from: z.string(),
});
const PostSettings = z.object({
  origin: z.string().describe('All of the address that is shown'),
  signed: z.boolean().describe('Whether it has a secret'),
  locale: Locale,
  topics: z.array(z.enum(NOTICE_PAGES)).nullable(),
});

export const ChannelView = z
  .object({
    id: Id,
    kind: z.enum(CHANNEL_KINDS),
    name: z.string(),
    organisationId: Id,
    organisationName: z.string(),
    active: z.boolean(),
    mail: MailSettings.nullable(),
    post: PostSettings.nullable(),
    secretsReadable: z.boolean().describe('False: they were encrypted with another key and have to be entered again'),
    failures: z.int().describe('Tries in a row for which it was down'),
    retryAt: z.string().nullable(),
    waiting: z.int().describe('Messages that are still to be sent'),
    dead: z.int().describe('Messages that were given up'),
    lastSentAt: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Channel' });
export type ChannelView = z.output<typeof ChannelView>;

export const ChannelPage = z
  .object({
    items: z.array(ChannelView),
    total: z.int(),
    secretsReady: z.boolean().describe('False: no password or key can be stored, for want of SECRET_KEY'),
    topics: z.array(z.enum(NOTICE_PAGES)).describe('That a robot may be given'),
    linksReady: z.boolean().describe('False: messages have no links, for want of PUBLIC_URL'),
  })
  .meta({ id: 'ChannelPage' });
export type ChannelPage = z.output<typeof ChannelPage>;

export const ChannelListQuery = z.object({ ...PageQuery });
export type ChannelListQuery = z.output<typeof ChannelListQuery>;
