import { DomainError, type FieldIssue } from '../../../platform/runtime/domain-error.js';
import type { ChannelSecrets, MailSettings, PostSettings } from '../channel-kinds.js';
import type { ChannelChanges, NewChannelInput } from '../http/channels.dto.js';

type Form = NewChannelInput | ChannelChanges;
type MailForm = Extract<Form, { kind: 'email' }>;
type PostForm = Exclude<Form, MailForm>;

/** What is stored of a form: what may be seen, and what may not. */
export interface FilledForm {
  readonly settings: MailSettings | PostSettings;
  readonly secrets: ChannelSecrets;
}

/** What is stored already. */
export type Present = { readonly settings: MailSettings | PostSettings; readonly secrets: ChannelSecrets } | null;

/**
 * A form together with the secrets that it leaves as they are.
 * @throws DomainError `invalid-input` with the field: `required`, `channel-password-again`, `channel-secret-unused`
 */
export const fillForm = (form: Form, present: Present): FilledForm =>
  form.kind === 'email' ? filledMail(form, present) : filledPost(form, present);

function filledMail({ host, port, security, user, from, password }: MailForm, present: Present): FilledForm {
  const settings: MailSettings = { host, port, security, user, from };
  if (user === null) return { settings, secrets: {} };
  if (password !== undefined) return { settings, secrets: { password } };
  const stored = present?.secrets.password;
  if (stored === undefined) throw fault('password', 'required');
  // Else whoever may change settings could have the password sent to a server of his own.
  if (!isSameServer(settings, present?.settings as MailSettings)) throw fault('password', 'channel-password-again');
  return { settings, secrets: { password: stored } };
}

const isSameServer = (a: MailSettings, b: MailSettings): boolean =>
  a.host === b.host && a.port === b.port && a.security === b.security && a.user === b.user;

function filledPost({ kind, url, secret, locale, topics }: PostForm, present: Present): FilledForm {
  const address = url ?? present?.secrets.url;
  if (address === undefined) throw fault('url', 'required');
  if (kind === 'wecom' && secret != null) throw fault('secret', 'channel-secret-unused');
  const key = secret === undefined ? present?.secrets.secret : (secret ?? undefined);
  if (kind === 'webhook' && key === undefined) throw fault('secret', 'required');
  const { origin } = new URL(address);
  return {
    settings: { origin, signed: key !== undefined, locale, topics },
    secrets: { url: address, ...(key === undefined ? {} : { secret: key }) },
  };
}

const fault = (path: string, code: string): DomainError => {
  const issue: FieldIssue = { path, code };
  return new DomainError('invalid-input', {}, [issue]);
};
