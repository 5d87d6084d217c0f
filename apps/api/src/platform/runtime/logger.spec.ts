import { describe, expect, it } from '@jest/globals';
import { JsonLogger, withoutSecrets } from './logger.js';

function logged(act: (logger: JsonLogger) => void): string[] {
  const lines: string[] = [];
  act(new JsonLogger('info', { write: (line) => void lines.push(line) }));
  return lines;
}

const parsed = (line: string | undefined): Record<string, unknown> =>
  JSON.parse(line ?? '{}') as Record<string, unknown>;

describe('log', () => {
  it('writes one JSON line with message and context', () => {
    const [line] = logged((logger) => logger.log('Listening', 'Http'));
    expect(parsed(line)).toMatchObject({ level: 30, msg: 'Listening', context: 'Http' });
  });

  it('keeps the stack of an error', () => {
    const [line] = logged((logger) => logger.error('Failed', 'Error: boom\n    at x', 'Jobs'));
    expect(parsed(line)).toMatchObject({
      level: 50,
      msg: 'Failed',
      context: 'Jobs',
      details: ['Error: boom\n    at x'],
    });
  });

  it('takes an object as fields and an Error with its stack', () => {
    const [fields, error] = logged((logger) => {
      logger.warn({ requestId: 'r1' }, 'Http');
      logger.error(new Error('boom'));
    });
    expect(parsed(fields)).toMatchObject({ requestId: 'r1', context: 'Http' });
    expect(parsed(error)).toMatchObject({ msg: 'boom', err: { message: 'boom' } });
  });

  it('leaves out what is below its level', () => {
    expect(logged((logger) => logger.debug('noise'))).toEqual([]);
  });

  it('hides passwords, cookies and tokens in fields', () => {
    const [line] = logged((logger) =>
      logger.log({ user: { password: 'p1' }, headers: { cookie: 'sid=abc', authorization: 'Bearer x' }, token: 't1' }),
    );
    expect(line).not.toMatch(/p1|abc|Bearer|t1/);
  });

  it('hides credentials of addresses wherever they stand', () => {
    expect(withoutSecrets('connect mysql://root:s3cret@db:3306/x failed')).toBe('connect mysql://***@db:3306/x failed');
    expect(withoutSecrets('redis://:s3cret@queue')).toBe('redis://***@queue');
    expect(withoutSecrets('cookie: sid=abc123; theme=x')).toBe('cookie: sid=***; theme=x');
    const id = '019f0000-0000-7000-8000-000000000001';
    expect(withoutSecrets(`Bearer jxt_${id}_a-_9, next`)).toBe(`Bearer jxt_${id}_***, next`);
    expect(withoutSecrets('http://127.0.0.1:3000/a@b')).toBe('http://127.0.0.1:3000/a@b');
  });
});
