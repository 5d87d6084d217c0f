export interface DirectoryEntry {
  readonly id: string;
  readonly name: string;
  /** `/id/id/` from the root. */
  readonly path: string;
}

/** What identity needs to know of organisations; the organisations slice, which knows identity, answers it. */
export abstract class OrganisationDirectory {
  abstract byIds(ids: readonly string[]): Promise<ReadonlyMap<string, DirectoryEntry>>;
  abstract byCode(code: string): Promise<DirectoryEntry | null>;
}
