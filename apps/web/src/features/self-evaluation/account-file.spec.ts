import { describe, expect, it } from '@jest/globals';
import { isJsonFile, readAccountJson } from './account-file.js';

describe('final accounts as a JSON file', () => {
  it('takes what the interface takes, or its rows alone', () => {
    const rows = [{ name: '办案业务费', expenditureFen: 3_724_000 }];
    expect(readAccountJson(JSON.stringify({ rows }))).toEqual({ rows });
    expect(readAccountJson(JSON.stringify(rows))).toEqual({ rows });
  });

  it('takes nothing else', () => {
    for (const text of ['{', '{}', '"rows"', '[1]', '{"rows":{}}']) expect(readAccountJson(text)).toBeNull();
  });

  it('tells it from a table by its ending', () => {
    expect(isJsonFile({ name: '决算.JSON' })).toBe(true);
    expect(isJsonFile({ name: '决算.xlsx' })).toBe(false);
  });
});
