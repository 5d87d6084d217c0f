import { describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { defineEvent, DomainEvents } from './domain-events.js';

const counted = defineEvent<{ count: number }>('trial.counted');
const manager = {} as EntityManager;

describe('domain events', () => {
  it('reach their subscribers one after the other with the manager of the change', async () => {
    const events = new DomainEvents();
    const seen: unknown[] = [];
    events.subscribe(counted, async (given, { count }) => {
      await Promise.resolve();
      seen.push([given === manager, count, 'first']);
    });
    events.subscribe(counted, async (_, { count }) => void seen.push([count, 'second']));
    await events.publish(manager, counted({ count: 7 }));
    await events.publish(manager, defineEvent('trial.other')(null));
    expect(seen).toEqual([
      [true, 7, 'first'],
      [7, 'second'],
    ]);
  });

  it('undo the change where a subscriber fails', async () => {
    const events = new DomainEvents();
    events.subscribe(counted, async () => {
      throw new Error('refused');
    });
    await expect(events.publish(manager, counted({ count: 1 }))).rejects.toThrow('refused');
  });
});
