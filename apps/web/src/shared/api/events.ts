/** Messages of `/api/events` that the pages react to. */
export interface JobMessage {
  readonly type: 'job';
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly done: number;
  readonly total: number;
}
export interface LightsMessage {
  readonly type: 'lights';
  readonly year: number;
  readonly month: number;
  /** Empty: any project of the round, or the round itself, as where it is opened or locked. */
  readonly projectIds: readonly string[];
}
/** The reader's own notifications changed. */
export interface NotificationsMessage {
  readonly type: 'notifications';
}
export type ServerMessage = JobMessage | LightsMessage | NotificationsMessage;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Null for anything that is not a message of this page: a later server may send more kinds. */
export function parseMessage(text: string): ServerMessage | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(body)) return null;
  if (body.type === 'job' && typeof body.id === 'string') return body as unknown as JobMessage;
  if (body.type === 'lights' && Array.isArray(body.projectIds)) return body as unknown as LightsMessage;
  if (body.type === 'notifications') return { type: 'notifications' };
  return null;
}

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 30_000;

/** Delay before the nth reconnection (from 0): doubles up to half a minute. */
export const retryDelay = (attempt: number): number => Math.min(FIRST_RETRY_MS * 2 ** attempt, LONGEST_RETRY_MS);

interface Listener {
  readonly onMessage: (message: ServerMessage) => void;
  /** After a gap anything may have changed: called when a lost connection is back. */
  readonly onReconnected: () => void;
  /** The server does not take the connection: perhaps nobody is signed in any more. Called at every such try. */
  readonly onRefused: () => void;
}

/** Listens to the server's events and reconnects by itself, quietly. Returns the function that stops it. */
export function listenToServer({ onMessage, onReconnected, onRefused }: Listener): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt = 0;
  let lost = false;

  const receive = (event: MessageEvent<string>): void => {
    const message = parseMessage(event.data);
    if (message) onMessage(message);
  };
  const connect = (): void => {
    source = new EventSource('/api/events');
    for (const type of ['message', 'job', 'lights', 'notifications'])
      source.addEventListener(type, receive as EventListener);
    source.onopen = () => {
      attempt = 0;
      if (lost) onReconnected();
      lost = false;
    };
    source.onerror = () => {
      lost = true;
      // The browser reconnects by itself after a cut, but gives up for good after a refusal.
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(connect, retryDelay(attempt));
      attempt += 1;
      onRefused();
    };
  };
  connect();
  return () => {
    clearTimeout(timer);
    source?.close();
  };
}
