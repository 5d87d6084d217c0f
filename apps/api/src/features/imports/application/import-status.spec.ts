import { expect, it } from '@jest/globals';
import { settledStatus } from './import-status.js';

it('an upload whose job has ended without it ends as well: read it is given up, saved it is as before', () => {
  for (const job of ['cancelled', 'dead', 'succeeded', null] as const) {
    expect(settledStatus('reading', job)).toBe('discarded');
    expect(settledStatus('saving', job)).toBe('ready');
    for (const status of ['ready', 'saved', 'discarded'] as const) expect(settledStatus(status, job)).toBe(status);
  }
  for (const job of ['queued', 'running', 'waiting'] as const) {
    expect([settledStatus('reading', job), settledStatus('saving', job)]).toEqual(['reading', 'saving']);
  }
});
