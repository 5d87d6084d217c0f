import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** An e-mail as the server took it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: string;
  /** Headers and body as they came, with encoded words decoded. */
  readonly text: string;
  readonly messageId: string;
}

export interface MailServerChoices {
  /** Wanted of whoever signs in; with none, nobody need. */
  readonly user?: { readonly name: string; readonly password: string };
  /** Answers to addresses that are refused. */
  readonly refused?: Readonly<Record<string, string>>;
}

/** A mail server of this process that keeps what it takes. It may be stopped and started again at its port. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Runs where a message has been taken, before that is answered; throwing cuts the connection. */
  taken: (mail: ReceivedMail) => void | Promise<void> = () => undefined;
  /** What the next sign-ins are answered; null: as they should be. */
  signInAnswer: string | null = null;
  connections = 0;
  private server: Server | null = null;
  private readonly sockets = new Set<Socket>();
  private ownPort = 0;

  constructor(private readonly choices: MailServerChoices = {}) {}

  get port(): number {
    return this.ownPort;
  }

  async start(): Promise<this> {
    const server = createServer((socket) => this.serve(socket));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.ownPort, '127.0.0.1', resolve);
    });
    this.ownPort = (server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  /** Nobody is answered any more, also those who are connected. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    for (const socket of this.sockets) socket.destroy();
    if (server !== null) await new Promise((resolve) => server.close(resolve));
  }

  /** How often each message came. */
  get counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { messageId } of this.received) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
    return counts;
  }

  private serve(socket: Socket): void {
    this.connections += 1;
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    socket.on('error', () => undefined);
    new Conversation(socket, this.choices, this).begin();
  }

  async take(mail: ReceivedMail): Promise<void> {
    this.received.push(mail);
    await this.taken(mail);
  }
}

/** One connection: what was said so far. */
class Conversation {
  private from = '';
  private to = '';
  private buffer = '';
  private inData = false;

  constructor(
    private readonly socket: Socket,
    private readonly choices: MailServerChoices,
    private readonly server: MailServer,
  ) {}

  begin(): void {
    this.socket.setEncoding('utf8').on('data', (text: string) => {
      this.buffer += text;
      void this.read().catch(() => this.socket.destroy());
    });
    this.say('220 test ESMTP');
  }

  private say(line: string): void {
    if (!this.socket.destroyed) this.socket.write(`${line}\r\n`);
  }

  private async read(): Promise<void> {
    for (;;) {
      const end = this.buffer.indexOf(this.inData ? '\r\n.\r\n' : '\r\n');
      if (end < 0) return;
      const part = this.buffer.slice(0, end);
      this.buffer = this.buffer.slice(end + (this.inData ? 5 : 2));
      if (this.inData) await this.takeData(part);
      else this.answer(part);
    }
  }

  private async takeData(text: string): Promise<void> {
    this.inData = false;
    const messageId = /^Message-ID: <([^@>]+)@/im.exec(text)?.[1] ?? '';
    await this.server.take({ from: this.from, to: this.to, text: readable(text), messageId });
    this.say('250 2.0.0 taken');
  }

  private answer(line: string): void {
    const [verb = ''] = line.toUpperCase().split(' ');
    if (verb === 'EHLO') return this.say(this.choices.user ? '250-test\r\n250 AUTH PLAIN' : '250 test');
    if (verb === 'AUTH') return this.say(this.server.signInAnswer ?? this.signIn(line.split(' ')[2] ?? ''));
    if (verb === 'MAIL') this.from = addressOf(line);
    if (verb === 'RCPT') {
      this.to = addressOf(line);
      const refusal = this.choices.refused?.[this.to];
      if (refusal !== undefined) return this.say(refusal);
    }
    if (verb === 'DATA') {
      this.inData = true;
      return this.say('354 go on');
    }
    if (verb === 'QUIT') {
      this.say('221 bye');
      this.socket.end();
      return;
    }
    this.say('250 2.1.0 fine');
  }

  private signIn(plain: string): string {
    const [, name, password] = Buffer.from(plain, 'base64').toString('utf8').split('\0');
    const { user } = this.choices;
    return name === user?.name && password === user?.password ? '235 2.7.0 welcome' : '535 5.7.8 not you';
  }
}

const addressOf = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? '';

/** With its encoded words and its body as text. */
function readable(text: string): string {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const words = unfolded
    .replace(/\?= =\?/g, '?==?')
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, word: string) => Buffer.from(word, 'base64').toString('utf8'))
    .replace(/=\?utf-8\?q\?([^?]*)\?=/gi, (_, word: string) => quoted(word.replaceAll('_', ' ')));
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) {
    return `${words}\n\n${Buffer.from(body, 'base64').toString('utf8')}`;
  }
  return `${words}\n\n${/quoted-printable/i.test(head) ? quoted(body.replace(/=\r\n/g, '')) : body}`;
}

const quoted = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
