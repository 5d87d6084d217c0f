import { createTransport } from 'nodemailer';
import type { ChannelSecrets, MailSettings } from '../channel-kinds.js';
import { oneLine, plainText } from './plain-text.js';
import { SendFailure, type Message } from './sending.js';
import { withoutSecrets } from './without-secrets.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
const LONGEST_SUBJECT = 120;
const MAX_BYTES = 500_000;

/**
 * Sends a message to one address by SMTP. The id is in the Message-ID, which mail programs know a repeat by, and in a header.
 * @throws SendFailure
 */
export async function sendMail(
  message: Message,
  to: string,
  { host, port, security, user, from }: MailSettings,
  { password = '' }: ChannelSecrets,
): Promise<void> {
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(user === null ? {} : { auth: { user, pass: password } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to,
      subject: oneLine(message.subject).slice(0, LONGEST_SUBJECT),
      text: plainText(message, { maxBytes: MAX_BYTES, withId: false }),
      messageId: `<${message.id}@${from.split('@').at(-1) ?? 'jixiao'}>`,
      // An answering machine must not answer a program.
      headers: { 'X-Jixiao-Message-Id': message.id, 'Auto-Submitted': 'auto-generated' },
    });
  } catch (error) {
    throw failureOf(error, [password]);
  } finally {
    transport.close();
  }
}

interface MailError {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
  readonly response?: unknown;
  readonly message?: unknown;
}

function failureOf(error: unknown, secrets: readonly string[]): SendFailure {
  const { code, command, responseCode, response } = error as MailError;
  const status = typeof responseCode === 'number' ? responseCode : 0;
  const reply = withoutSecrets(typeof response === 'string' ? response : String(status), secrets);
  // Only the codes: what a server says of a sign-in may quote it.
  const codes = /^\d{3}( \d\.\d+\.\d+)?/.exec(reply)?.[0] ?? String(status);
  if (code === 'EAUTH') return new SendFailure('send-sign-in-refused', 'channel', { reply: codes });
  if (status === 0 && code === 'EENVELOPE')
    return new SendFailure('send-address-refused', 'final', { reply: 'EENVELOPE' });
  if (status === 0) return notAnswered(error, typeof code === 'string' ? code : 'network');
  const isOfAddress = typeof command === 'string' && command.startsWith('RCPT');
  if (status >= 500) {
    return isOfAddress
      ? new SendFailure('send-address-refused', 'final', { reply })
      : new SendFailure('send-refused', command === 'DATA' ? 'final' : 'channel', { reply });
  }
  // Greylisting refuses one address for a while; any other 4xx is the server's own trouble.
  return new SendFailure('send-refused', isOfAddress ? 'message' : 'channel', { reply });
}

function notAnswered(error: unknown, code: string): SendFailure {
  if (code === 'ETIMEDOUT') return new SendFailure('send-timeout', 'channel');
  // The library's own code says only at which step; the system's stands in the message, beside addresses.
  const reason = /\bE[A-Z]{4,}\b/.exec(String((error as MailError).message))?.[0] ?? code;
  return new SendFailure('send-unreachable', 'channel', { reason });
}
