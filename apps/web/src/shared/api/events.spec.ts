import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listenToServer, parseMessage, retryDelay } from './events.js';
import { throttled } from './throttle.js';

describe('server events', () => {
  it('reads the three kinds of messages', () => {
    expect(parseMessage('{"type":"job","id":"1","name":"n","status":"running","done":1,"total":2}')?.type).toBe('job');
    expect(parseMessage('{"type":"lights","year":2023,"month":6,"projectIds":[]}')?.type).toBe('lights');
    expect(parseMessage('{"type":"notifications"}')?.type).toBe('notifications');
  });

  it('ignores what it does not know', () => {
    for (const text of ['', 'null', '[]', '{"type":"other"}', '{"type":"lights"}', '{']) {
      expect(parseMessage(text)).toBeNull();
    }
  });

  it('waits longer after each failed connection, up to half a minute', () => {
    expect([0, 1, 2, 10].map(retryDelay)).toEqual([1_000, 2_000, 4_000, 30_000]);
  });
});

/** A connection that the test cuts or refuses. */
class FakeSource {
  static readonly CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 1;
  onopen: () => void = () => undefined;
  onerror: () => void = () => undefined;

  constructor() {
    FakeSource.made.push(this);
  }

  addEventListener(): void {}

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  refuse(): void {
    this.close();
    this.onerror();
  }
}

describe('a connection that the server does not take', () => {
  const before = globalThis.EventSource;
  beforeEach(() => {
    jest.useFakeTimers();
    FakeSource.made = [];
    globalThis.EventSource = FakeSource as unknown as typeof EventSource;
  });
  afterEach(() => {
    jest.useRealTimers();
    globalThis.EventSource = before;
  });

  it('is told, for nobody may be signed in any more, and tried again ever more seldom until that ends it', () => {
    const onRefused = jest.fn();
    const stop = listenToServer({ onMessage: () => undefined, onReconnected: () => undefined, onRefused });
    FakeSource.made[0]?.onerror();
    expect(onRefused).not.toHaveBeenCalled();
    FakeSource.made[0]?.refuse();
    jest.advanceTimersByTime(1_000);
    FakeSource.made[1]?.refuse();
    jest.advanceTimersByTime(1_000);
    expect([onRefused.mock.calls.length, FakeSource.made.length]).toEqual([2, 2]);
    stop();
    jest.advanceTimersByTime(60_000);
    expect(FakeSource.made).toHaveLength(2);
  });
});

describe('throttled', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('calls at once, then once more for everything in between', () => {
    const action = jest.fn();
    const call = throttled(action, 1_000);
    call();
    call();
    call();
    expect(action).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(1_000);
    expect(action).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(5_000);
    expect(action).toHaveBeenCalledTimes(2);
  });
});
