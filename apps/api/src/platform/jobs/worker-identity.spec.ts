import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { isKnownAlive, isKnownDead, WorkerIdentity } from './worker-identity.js';

describe('worker identity', () => {
  const here = new WorkerIdentity();
  const [host = ''] = here.token.split(':');

  it('knows a worker of this process as long as it is not retired', () => {
    expect(isKnownDead(here.token)).toBe(false);
    const other = new WorkerIdentity();
    expect(other.token).not.toBe(here.token);
    other.retire();
    expect(isKnownDead(other.token)).toBe(true);
  });

  it('knows that a process of this host has ended, and that another runs', () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    expect(isKnownDead(`${host}:${pid}:x`)).toBe(true);
    expect(isKnownDead(`${host}:${process.ppid}:x`)).toBe(false);
  });

  it('takes a number of an earlier life of this process id for dead: containers always begin with 1', () => {
    expect(isKnownDead(`${host}:${process.pid}:earlier`)).toBe(true);
  });

  it('sees that a worker lives, here and in another process of this host', () => {
    expect(isKnownAlive(here.token)).toBe(true);
    expect(isKnownAlive(`${host}:${process.ppid}:x`)).toBe(true);
    expect(isKnownAlive(`${host}:${process.pid}:earlier`)).toBe(false);
    expect(isKnownAlive(`${host}:${spawnSync(process.execPath, ['-e', '']).pid}:x`)).toBe(false);
  });

  it('knows nothing of other hosts', () => {
    expect(isKnownAlive('elsewhere:1:x')).toBe(false);
    expect(isKnownDead('elsewhere:1:x')).toBe(false);
    expect(isKnownDead('')).toBe(false);
  });

  it('fits the column of the ledger', () => {
    expect(here.token.length).toBeLessThanOrEqual(100);
  });
});
