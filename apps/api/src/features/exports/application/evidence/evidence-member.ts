/** A file of an evidence archive. */
export interface EvidenceMember {
  /** Below the project's folder. */
  readonly name: string;
  readonly content: Uint8Array | AsyncIterable<Uint8Array>;
  /** `plain` for what is packed already. */
  readonly how: 'plain' | 'packed';
}

/** A record as readable JSON. */
export const recordOf = (name: string, value: unknown): EvidenceMember => ({
  name: `${name}.json`,
  content: Buffer.from(`${JSON.stringify(value, null, 2)}\n`),
  how: 'packed',
});
