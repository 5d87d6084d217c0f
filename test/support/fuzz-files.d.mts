export const FUZZ_FORMATS: readonly string[];

export interface FuzzInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The damaged file of a format and a number; the same for the same number. */
export function fuzzFile(format: string, seed: number): FuzzInput;
