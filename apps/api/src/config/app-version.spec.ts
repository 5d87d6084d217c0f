import { describe, expect, it } from '@jest/globals';
import { appVersion } from './app-version.js';

describe('version of the program', () => {
  it('is the one of its package', () => {
    expect(appVersion()).toMatch(/^\d+\.\d+\.\d+/);
  });
});
