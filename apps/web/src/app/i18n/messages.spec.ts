import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LIGHTS, LIKELIHOODS, OUTCOMES, PERMISSIONS, REASONS, ROLES } from '@jixiao/domain';
import { describe, expect, it } from '@jest/globals';
import { PAGES } from '../navigation.js';
import { messages as en } from './en/index.js';
import { laterMessages as enLater } from './en/later.js';
import { messages as zh } from './zh/index.js';
import { laterMessages as zhLater } from './zh/later.js';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, prefix = ''): Map<string, string> =>
  new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
    ),
  );

const chinese = flat({ ...zh, ...zhLater });
const english = flat({ ...en, ...enLater });
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort();

const SOURCES = fileURLToPath(new URL('../../', import.meta.url));
const sourceText = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(vue|ts)$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) => readFileSync(join(SOURCES, name), 'utf8'))
  .join('\n');

describe('sentences of the pages', () => {
  it('has the same keys in Chinese and in English', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('has the same figures in both sentences', () => {
    for (const [key, text] of chinese)
      expect([key, placeholders(english.get(key) ?? '')]).toEqual([key, placeholders(text)]);
  });

  it('leaves no sentence empty, and no Chinese in the English ones', () => {
    for (const text of chinese.values()) expect(text.trim()).not.toBe('');
    for (const text of english.values()) expect(text).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('has every key that a page names in full', () => {
    const used = [...sourceText.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? '');
    expect(used.length).toBeGreaterThan(150);
    expect(used.filter((key) => !chinese.has(key))).toEqual([]);
  });

  it('has every key that a page makes from a value', () => {
    const made = [
      ...LIGHTS.map((light) => `light.${light}`),
      ...REASONS.map((reason) => `reason.${reason}`),
      ...LIKELIHOODS.map((likelihood) => `likelihood.${likelihood}`),
      ...OUTCOMES.map((outcome) => `outcome.${outcome}`),
      ...ROLES.map((role) => `role.${role}`),
      // No token has the permission to make others.
      ...PERMISSIONS.filter((one) => one !== 'users.manage').map((one) => `permission.${one}`),
      ...PAGES.map(({ name }) => `nav.${name}`),
    ];
    expect(made.filter((key) => !chinese.has(key))).toEqual([]);
  });

  it('writes no Chinese into a page but the name of the language itself', () => {
    const outside = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.vue'))
      .filter((name) => {
        const template = /<template>[\s\S]*<\/template>/.exec(readFileSync(join(SOURCES, name), 'utf8'))?.[0] ?? '';
        return /[\u4e00-\u9fff]/.test(template.replaceAll('中文', ''));
      });
    expect(outside).toEqual([]);
  });
});
