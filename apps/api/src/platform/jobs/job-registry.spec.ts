import { describe, expect, it } from '@jest/globals';
import { defineJob } from './job-queue.js';
import { JobRegistry } from './job-registry.js';

const job = (name: string) => defineJob({ name, maxAttempts: 1, backoffMs: 1, parse: (payload) => payload });
const handlerOf = (definition: ReturnType<typeof job>) => ({ definition, handle: async () => undefined });

describe('job registry', () => {
  it('refuses to start with a job that nobody does, and with a handler of no job', () => {
    const [done, undone, stray] = [job('done'), job('undone'), job('stray')];
    const registry = new JobRegistry().declare(done, undone).register(handlerOf(done)).register(handlerOf(stray));
    expect(() => registry.check()).toThrow(
      'Jobs cannot start: job "undone" has no handler; the handler of "stray" is for a job that was not declared',
    );
    expect(() => registry.register(handlerOf(undone)).declare(stray).check()).not.toThrow();
  });

  it('refuses two handlers of one job and two jobs of one name', () => {
    const one = job('one');
    const registry = new JobRegistry().declare(one).register(handlerOf(one));
    expect(() => registry.register(handlerOf(one))).toThrow('Job "one" has two handlers');
    expect(() => registry.declare(one)).not.toThrow();
    expect(() => registry.declare(job('one'))).toThrow('Two kinds of job have the name "one"');
  });
});
