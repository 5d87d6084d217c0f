import { Controller, Module, Post, Req } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { loadConfig } from '../../config/load-config.js';
import { DomainError } from '../runtime/domain-error.js';
import { hardenHttp, newAdapter } from './fastify.js';
import { MessageCatalogue } from './message-catalogue.js';
import { fieldMessages, httpMessages } from './messages.js';
import { ProblemFilter } from './problem.filter.js';
import { readUpload, readWholeUpload } from './read-upload.js';

const catalogue = new MessageCatalogue(httpMessages, fieldMessages, {
  unreadable: { status: 422, zh: '无法读取。', en: 'Unreadable.' },
});
const Fields = z.object({ year: z.coerce.number().int().min(2000) });
let taken: string[] = [];

@Controller('trial')
class UploadController {
  @Post('each')
  each(@Req() request: FastifyRequest): Promise<unknown> {
    return readUpload(request, { fields: Fields, maxFiles: 2 }, async ({ name, bytes }) => {
      taken.push(name);
      if (bytes.toString() === 'bad') throw new DomainError('unreadable');
    });
  }

  @Post('whole')
  async whole(@Req() request: FastifyRequest): Promise<unknown> {
    const { fields, files } = await readWholeUpload(request, { fields: Fields });
    return { fields, files: files.map(({ name, bytes }) => [name, bytes.toString()]) };
  }
}

@Module({
  controllers: [UploadController],
  providers: [{ provide: APP_FILTER, useFactory: () => new ProblemFilter(catalogue, 1) }],
})
class UploadModule {}

type Part = readonly [name: string, value: string, file?: string];
const formOf = (parts: readonly Part[]): string =>
  parts
    .map(([name, value, file]) => {
      const what = file === undefined ? '' : `; filename="${file}"\r\ncontent-type: application/octet-stream`;
      return `--b\r\ncontent-disposition: form-data; name="${name}"${what}\r\n\r\n${value}\r\n`;
    })
    .join('') + '--b--\r\n';

describe('reading an upload', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(UploadModule, newAdapter(catalogue), { logger: false });
    await hardenHttp(app, loadConfig({ UPLOAD_LIMIT_MB: '1' }, '/'), catalogue);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    taken = [];
  });

  async function send(path: string, ...parts: Part[]): Promise<[status: number, body: unknown]> {
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const answer = await app.inject({ method: 'POST', url: `/trial/${path}`, headers, payload: formOf(parts) });
    const body = answer.json<{ code?: string }>();
    return [answer.statusCode, body.code ?? body];
  }

  it('gives fields and files, wherever the fields stand', async () => {
    const file = ['file', '内容', '绩效.txt'] as const;
    const expected = { fields: { year: 2023 }, files: [['绩效.txt', '内容']] };
    expect(await send('whole', ['year', '2023'], file)).toEqual([201, expected]);
    expect(await send('whole', file, ['year', '2023'])).toEqual([201, expected]);
  });

  it('takes one file after the other, up to the number that the route allows', async () => {
    const files = ['a', 'b', 'c'].map((name): Part => ['files', name, `${name}.txt`]);
    expect(await send('each', ['year', '2023'], ...files.slice(0, 2))).toEqual([201, { year: 2023 }]);
    expect(taken).toEqual(['a.txt', 'b.txt']);
    expect(await send('each', ['year', '2023'], ...files)).toEqual([413, 'too-many-files']);
  });

  it('refuses what is missing, too large or wrong, and reads nothing more after a refusal', async () => {
    expect(await send('whole', ['year', '2023'])).toEqual([422, 'file-missing']);
    expect(await send('whole', ['year', '2023'], ['file', '', ''])).toEqual([422, 'file-missing']);
    expect(await send('whole', ['file', 'x', 'a.txt'])).toEqual([400, 'invalid-input']);
    expect(await send('whole', ['year', '2023'], ['file', 'x'.repeat(1024 * 1024 + 1), 'a.txt'])).toEqual([
      413,
      'file-too-large',
    ]);
    expect(await send('each', ['files', 'bad', 'a.txt'], ['files', 'x', 'b.txt'], ['year', '1'])).toEqual([
      422,
      'unreadable',
    ]);
    expect(taken).toEqual(['a.txt']);
    const json = await app.inject({ method: 'POST', url: '/trial/whole', payload: {} });
    expect([json.statusCode, json.json<{ code: string }>().code]).toEqual([415, 'unsupported-media-type']);
  });

  it('refuses what is no form, or not a whole one, as the mistake of the sender', async () => {
    const raw = async (payload: string, contentType = 'multipart/form-data; boundary=b') => {
      const headers = { 'content-type': contentType };
      const answer = await app.inject({ method: 'POST', url: '/trial/whole', headers, payload });
      return [answer.statusCode, answer.json<{ code: string }>().code];
    };
    const form = formOf([['file', 'x', 'a.txt']]);
    expect(await raw(form, 'multipart/form-data')).toEqual([400, 'bad-request']);
    expect(await raw(form.slice(0, -'--b--\r\n'.length))).toEqual([400, 'bad-request']);
    expect(await raw(formOf([['__proto__', 'x']]))).toEqual([400, 'bad-request']);
  });

  it('takes the name without folders and control characters, and its end where it is too long', async () => {
    const named = async (name: string): Promise<unknown> => {
      await send('each', ['files', 'x', name], ['year', '2023']);
      return taken.pop();
    };
    expect(await named('C:\\报表\\a.txt')).toBe('a.txt');
    expect(await named('../../etc/a.txt')).toBe('a.txt');
    expect(await named('a\tb.txt')).toBe('ab.txt');
    expect(await named(`${'长'.repeat(300)}.txt`)).toBe(`${'长'.repeat(251)}.txt`);
  });
});
