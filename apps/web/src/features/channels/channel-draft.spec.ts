import { describe, expect, it } from '@jest/globals';
import type { Channel } from '../../shared/api/schema.gen.js';
import { blankDraft, changesOf, draftOf, faultsOf, newChannelOf } from './channel-draft.js';

const MAIL: Channel = {
  id: 'c1',
  kind: 'email',
  name: '邮件',
  organisationId: 'o1',
  organisationName: '财政局',
  active: true,
  mail: { host: 'mail.example.cn', port: 465, security: 'tls', user: 'jixiao', from: 'j@example.cn' },
  post: null,
  secretsReadable: true,
  failures: 0,
  retryAt: null,
  waiting: 0,
  dead: 0,
  lastSentAt: null,
  version: 3,
};
const ROBOT: Channel = {
  ...MAIL,
  kind: 'feishu',
  mail: null,
  post: { origin: 'https://open.feishu.cn', signed: true, locale: 'en', topics: ['targets'] },
};

describe('the form of a channel', () => {
  it('says what is missing, field by field', () => {
    expect(faultsOf(blankDraft('email'), null)).toEqual({
      name: 'name',
      organisationId: 'organisation',
      host: 'host',
      from: 'from',
    });
    const robot = { ...blankDraft('webhook'), name: '群', organisationId: 'o1', allTopics: false };
    expect(faultsOf(robot, null)).toEqual({ url: 'url', secret: 'secret', topics: 'topics' });
    expect(faultsOf({ ...robot, url: 'ftp://x', secret: 'short' }, null)).toMatchObject({
      url: 'url',
      secret: 'secretShort',
    });
  });

  it('keeps a stored password for the same server only', () => {
    const draft = draftOf(MAIL);
    expect(faultsOf(draft, MAIL)).toEqual({});
    expect(changesOf(draft, MAIL)).not.toHaveProperty('password');
    expect(faultsOf({ ...draft, host: 'other.example' }, MAIL)).toEqual({ password: 'password' });
    expect(faultsOf({ ...draft, host: 'other.example', password: 'new' }, MAIL)).toEqual({});
    expect(faultsOf(draft, { ...MAIL, secretsReadable: false })).toEqual({ password: 'password' });
    expect(changesOf({ ...draft, user: ' ' }, MAIL)).toMatchObject({ user: null, version: 3 });
  });

  it('leaves an address and a secret out that stay, and takes a secret away where that is wanted', () => {
    const draft = draftOf(ROBOT);
    expect(faultsOf(draft, ROBOT)).toEqual({});
    const body = changesOf(draft, ROBOT);
    expect(body).toMatchObject({ kind: 'feishu', locale: 'en', topics: ['targets'], version: 3 });
    expect(body).not.toHaveProperty('url');
    expect(body).not.toHaveProperty('secret');
    expect(changesOf({ ...draft, withoutSecret: true, allTopics: true }, ROBOT)).toMatchObject({
      secret: null,
      topics: null,
    });
  });

  it('names the organisation of a new one', () => {
    const draft = { ...blankDraft('wecom'), name: ' 群 ', organisationId: 'o1', url: 'https://robot.example/?key=1' };
    expect(newChannelOf(draft)).toEqual({
      kind: 'wecom',
      name: '群',
      active: true,
      url: 'https://robot.example/?key=1',
      locale: 'zh',
      topics: null,
      organisationId: 'o1',
    });
  });
});
