import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { MessageEvent } from '@nestjs/common';
import type { JobChanged } from '../../../platform/events/live-events.js';
import { LocalLiveEvents } from '../../../platform/events/local-live-events.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { callerStream } from './caller-stream.js';

const ONE_MINUTE_MS = 60_000;

const person: CurrentUser = {
  userId: 'u-1',
  username: 'clerk',
  displayName: '经办',
  roles: [],
  scope: {},
  actsFor: [],
};
const manager: CurrentUser = { ...person, scope: { 'jobs.manage': ['/root/'] } };
const ofSomebodyElse: JobChanged = {
  type: 'job',
  jobId: 'j-1',
  name: 'imports.read',
  key: 'k',
  status: 'running',
  done: 1,
  total: 2,
  requestedBy: 'other',
  parentId: null,
};

describe('what a caller hears of the live events', () => {
  let events: LocalLiveEvents;
  let lookAgain: jest.Mock<() => Promise<CurrentUser>>;
  let heard: MessageEvent[];
  let ended: boolean;
  beforeEach(() => {
    jest.useFakeTimers();
    events = new LocalLiveEvents();
    lookAgain = jest.fn<() => Promise<CurrentUser>>().mockResolvedValue(person);
    heard = [];
    ended = false;
  });
  afterEach(() => void jest.useRealTimers());

  const listen = (as: CurrentUser): void => {
    callerStream(events, as, lookAgain).subscribe({
      next: (message) => void heard.push(message),
      complete: () => void (ended = true),
    });
  };
  const types = (): readonly (string | undefined)[] => heard.map(({ type }) => type);
  const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(0);

  it('costs no look at the caller for an event', async () => {
    listen(manager);
    for (let count = 0; count < 5; count += 1) events.publish(ofSomebodyElse);
    await settle();
    expect(types()).toEqual(['job', 'job', 'job', 'job', 'job']);
    expect(lookAgain).not.toHaveBeenCalled();
  });

  it('ends within a minute where the caller is good no more, though nobody has told so', async () => {
    listen(person);
    await jest.advanceTimersByTimeAsync(ONE_MINUTE_MS);
    expect(ended).toBe(false);
    expect(types()).toEqual(['ping', 'ping', 'ping']);
    lookAgain.mockRejectedValue(new Error('not signed in'));
    await jest.advanceTimersByTimeAsync(ONE_MINUTE_MS);
    expect(ended).toBe(true);
    events.publish({ type: 'notifications', recipientIds: [person.userId] });
    await settle();
    expect(types()).toEqual(['ping', 'ping', 'ping']);
  });

  it('goes on with other rights within a minute where only time has changed them', async () => {
    listen(manager);
    await jest.advanceTimersByTimeAsync(ONE_MINUTE_MS);
    events.publish(ofSomebodyElse);
    await settle();
    expect(types()).not.toContain('job');
  });

  it('judges what comes after the news by the new rights, however long looking takes', async () => {
    let found: (user: CurrentUser) => void = () => undefined;
    lookAgain.mockReturnValue(new Promise((resolve) => (found = resolve)));
    listen(manager);
    events.publish(ofSomebodyElse);
    events.publish({ type: 'access', userIds: ['u-2', person.userId] });
    events.publish(ofSomebodyElse);
    events.publish({ type: 'notifications', recipientIds: [person.userId] });
    await settle();
    expect(types()).toEqual(['job']);
    found(person);
    await settle();
    expect(types()).toEqual(['job', 'notifications']);
  });

  it('ends at once where the caller has to choose a new password, and at no news of others', async () => {
    lookAgain.mockResolvedValue({ ...person, passwordDue: 'first' });
    listen(person);
    events.publish({ type: 'access', userIds: ['u-2'] });
    await settle();
    expect([ended, lookAgain.mock.calls.length]).toEqual([false, 0]);
    events.publish({ type: 'access', userIds: [person.userId] });
    await settle();
    expect(ended).toBe(true);
  });
});
