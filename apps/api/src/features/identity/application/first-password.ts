import { randomInt } from 'node:crypto';

/** Without what looks alike on paper: 0 and O, 1, l and I. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz';
const CAPITALS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const DIGITS = '23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

const one = (characters: string): string => characters.charAt(randomInt(characters.length));
const group = (): string => Array.from({ length: GROUP_LENGTH - 2 }, () => one(LETTERS)).join('');

/** A password to be told to a person once and changed at the first sign-in, `Kmw7-Rpa4-…`: easy to read out, 67 bits. */
export const firstPassword = (): string =>
  Array.from({ length: GROUPS }, () => `${one(CAPITALS)}${group()}${one(DIGITS)}`).join('-');
