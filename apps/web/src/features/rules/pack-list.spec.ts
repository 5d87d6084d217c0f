import { PRESET_RULE_PACKS, RATIO_RULE_PACK, rulePackRef } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { packGroups } from './pack-list.js';
import type { Pack, Preset, PublishedVersion } from './rules.api.js';

const packOf = (id: string, version: number): Pack => ({ ...structuredClone(RATIO_RULE_PACK), id, version }) as Pack;
const published = (id: string, version: number, years: number[] = []): PublishedVersion => ({
  ref: `${id}@${version}`,
  content: packOf(id, version),
  publishedAt: '2023-01-01T00:00:00.000Z',
  publishedBy: null,
  publishedByName: null,
  note: null,
  years,
  rounds: [],
});
const presets = (stored: readonly string[]): Preset[] =>
  PRESET_RULE_PACKS.map(({ pack, description }) => ({
    ref: rulePackRef(pack),
    content: structuredClone(pack) as Pack,
    description: description.zh,
    stored: stored.includes(pack.id),
  }));

describe('the list of rule packs', () => {
  it('puts what is used first, the newest version before the older ones, and then the presets', () => {
    const groups = packGroups(
      [published('county', 1), published('ratio', 2, [2024]), published('ratio', 1)],
      presets(['ratio']),
    );
    expect(groups.map(({ id, versions }) => `${id} ${versions.map(({ ref }) => ref).join()}`)).toEqual([
      'ratio ratio@2,ratio@1',
      'county county@1',
      'straight-line straight-line@1',
      'sichuan sichuan@1',
      'hefei hefei@1',
      'shanxi shanxi@1',
    ]);
    expect(groups[0]?.versions[1]?.description).toContain('系统默认');
    expect(groups[2]?.versions[0].published).toBeNull();
  });
});
