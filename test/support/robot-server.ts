import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the robot took it. */
export interface ReceivedPost {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly json: Readonly<Record<string, unknown>>;
  /** In the header of a webhook, at the end of a robot's text. */
  readonly messageId: string;
}

export interface RobotAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const FINE: RobotAnswer = { body: JSON.stringify({ errcode: 0, errmsg: 'ok', code: 0 }) };

/** An endpoint of robots and webhooks in this process that keeps what it takes. It may be stopped and started again. */
export class RobotServer {
  readonly received: ReceivedPost[] = [];
  /** What is answered; throwing cuts the connection. */
  answer: (post: ReceivedPost) => RobotAnswer | Promise<RobotAnswer> = () => FINE;
  private server: Server | null = null;
  private ownPort = 0;

  get url(): string {
    return `http://127.0.0.1:${this.ownPort}`;
  }

  async start(): Promise<this> {
    const server = createServer((request, response) => {
      void this.serve(request, response).catch(() => request.socket.destroy());
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.ownPort, '127.0.0.1', resolve);
    });
    this.ownPort = (server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server === null) return;
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  }

  /** How often each message came. */
  get counts(): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const { messageId } of this.received) counts.set(messageId, (counts.get(messageId) ?? 0) + 1);
    return counts;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts).toString('utf8');
    const { url: path = '', headers } = request;
    const post = {
      path,
      headers,
      body,
      json: JSON.parse(body) as ReceivedPost['json'],
      messageId: idOf(headers, body),
    };
    this.received.push(post);
    const { status = 200, headers: own = {}, body: said = '' } = await this.answer(post);
    response.writeHead(status, { 'content-type': 'application/json', ...own }).end(said);
  }
}

const idOf = (headers: IncomingHttpHeaders, body: string): string =>
  String(headers['x-jixiao-message-id'] ?? /\[([0-9a-f-]{36})\]/.exec(body)?.[1] ?? '');
