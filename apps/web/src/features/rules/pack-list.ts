import type { Pack, Preset, PublishedVersion } from './rules.api.js';

/** A rule pack to look at: published, or a preset that nobody has used yet. */
export interface ListedPack {
  readonly ref: string;
  readonly content: Pack;
  readonly description: string | null;
  /** Null for a preset that is not stored. */
  readonly published: PublishedVersion | null;
}

/** All versions of one id, the newest first. */
export interface PackGroup {
  readonly id: string;
  readonly versions: readonly [ListedPack, ...ListedPack[]];
}

/** Published packs by id, what is in use first, then the presets that are still to be had. */
export function packGroups(published: readonly PublishedVersion[], presets: readonly Preset[]): readonly PackGroup[] {
  const descriptions = new Map(presets.map(({ ref, description }) => [ref, description]));
  const groups = new Map<string, [ListedPack, ...ListedPack[]]>();
  const add = (pack: ListedPack): void => {
    const group = groups.get(pack.content.id);
    if (group) group.push(pack);
    else groups.set(pack.content.id, [pack]);
  };
  for (const version of published) {
    const { ref, content } = version;
    add({ ref, content, description: descriptions.get(ref) ?? null, published: version });
  }
  for (const { ref, content, description, stored } of presets) {
    if (!stored) add({ ref, content, description, published: null });
  }
  const all = [...groups].map(([id, versions]): PackGroup => ({ id, versions }));
  return all.sort((a, b) => Number(isUsed(b)) - Number(isUsed(a)));
}

const isUsed = ({ versions }: PackGroup): boolean =>
  versions.some(({ published }) => published !== null && published.years.length + published.rounds.length > 0);
