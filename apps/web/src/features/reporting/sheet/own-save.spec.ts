import { describe, expect, it } from '@jest/globals';
import { isTransient } from '../../../shared/api/problem.js';
import type { Report, ReportInput } from '../../../shared/api/schema.gen.js';
import { ownSave } from './own-save.js';

describe('saving what one has typed', () => {
  it('ends with the own session, and is not tried again in the name of the next person', async () => {
    const names: (string | undefined)[] = [];
    let signedIn: string | undefined = 'li';
    const save = ownSave(
      'li',
      () => signedIn,
      () => {
        names.push(signedIn);
        return Promise.resolve({} as Report);
      },
    );
    const trySave = () => save({ year: 2026, month: 6, id: 'p' }, {} as ReportInput).catch((error: unknown) => error);
    await trySave();
    for (const next of [undefined, 'wang']) {
      signedIn = next;
      expect(isTransient(await trySave())).toBe(false);
    }
    expect(names).toEqual(['li']);
  });
});
