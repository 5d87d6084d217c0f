import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SqliteConnection } from './sqlite-driver.js';

describe('SQLite connection', () => {
  let folder: string;
  let file: string;
  let connection: SqliteConnection;
  const one = (sql: string, ...values: unknown[]): unknown =>
    Object.values(connection.prepare(sql).all(...values)[0] ?? {})[0];

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'jixiao 数据 ?#%20-'));
    file = path.join(folder, 'a.db');
    connection = new SqliteConnection(file);
    connection.exec('CREATE TABLE t (v)');
  });
  afterEach(() => {
    connection.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['null', null, 'null', null],
    ['undefined', undefined, 'null', null],
    ['true', true, 'integer', 1],
    ['false', false, 'integer', 0],
    ['a whole number', 7, 'integer', 7],
    ['2^53 − 1', Number.MAX_SAFE_INTEGER, 'integer', Number.MAX_SAFE_INTEGER],
    ['a fraction', 0.5, 'real', 0.5],
    ['text', '甲', 'text', '甲'],
  ])('stores a lone %s as it is', (_, value, type, back) => {
    connection.prepare('INSERT INTO t VALUES (?)').run(value);
    expect(one('SELECT typeof(v) FROM t')).toBe(type);
    expect(one('SELECT v FROM t')).toBe(back);
  });

  it('gives a blob back as a Buffer', () => {
    connection.prepare('INSERT INTO t VALUES (?)').run(Buffer.from('xyz'));
    expect(one('SELECT v FROM t')).toEqual(Buffer.from('xyz'));
  });

  it('divides whole numbers as whole numbers', () => {
    expect(one('SELECT ? / 2', 7)).toBe(3);
  });

  it.each([2 ** 53, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d instead of changing it', (value) => {
    expect(() => connection.prepare('INSERT INTO t VALUES (?)').run(value)).toThrow('value-out-of-range');
  });

  it('refuses a Date and an object with a sentence instead of ending the process', () => {
    const insert = (value: unknown) => () => connection.prepare('INSERT INTO t VALUES (?)').run(value);
    expect(insert(new Date(0))).toThrow('(Date): make it text');
    expect(insert({ a: 1 })).toThrow('(object): make it text');
  });

  it('read-only means that nothing can be written, whatever the characters of the path', () => {
    const reader = new SqliteConnection(file, { readonly: true });
    expect(() => reader.prepare('INSERT INTO t VALUES (1)').run()).toThrow(/readonly/);
    reader.close();
  });

  it('a writing transaction takes its lock at the beginning', () => {
    const other = new SqliteConnection(file, { timeout: 0 });
    connection.prepare('BEGIN TRANSACTION').run();
    expect(connection.inTransaction).toBe(true);
    expect(() => other.prepare('BEGIN TRANSACTION').run()).toThrow(/locked/);
    connection.prepare('ROLLBACK').run();
    other.prepare('BEGIN TRANSACTION').run();
    other.prepare('ROLLBACK').run();
    other.close();
  });
});
