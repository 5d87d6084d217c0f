import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Controller, Get, Module, Post, Req } from '@nestjs/common';
import { APP_FILTER, DiscoveryModule, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { loadConfig } from '../../config/load-config.js';
import { AccessRulesCheck } from './access-rules-check.js';
import { Allow, Public } from './access.js';
import { hardenHttp, newAdapter, servePage } from './fastify.js';
import { MessageCatalogue } from './message-catalogue.js';
import { httpMessages } from './messages.js';
import { ProblemFilter } from './problem.filter.js';

const catalogue = new MessageCatalogue(httpMessages);

@Controller('api/trial')
class TrialController {
  @Get('failure')
  @Public()
  fail(): never {
    throw new Error("SELECT password_hash FROM user_account WHERE name = 'x'");
  }

  @Get('large')
  @Public()
  large(): unknown {
    return { text: '绩效'.repeat(5000) };
  }

  @Post('upload')
  @Public()
  async upload(@Req() request: FastifyRequest): Promise<unknown> {
    const names: string[] = [];
    for await (const part of request.files()) {
      await part.toBuffer();
      names.push(part.filename);
    }
    return names;
  }
}

@Module({
  controllers: [TrialController],
  providers: [{ provide: APP_FILTER, useFactory: () => new ProblemFilter(catalogue, 1) }],
})
class TrialModule {}

describe('the edge of the program', () => {
  let app: NestFastifyApplication;
  let page: string;
  beforeAll(async () => {
    page = mkdtempSync(path.join(tmpdir(), 'jixiao-page-'));
    mkdirSync(path.join(page, 'assets'));
    writeFileSync(path.join(page, 'index.html'), '<title>jixiao</title>');
    writeFileSync(path.join(page, 'assets', 'app-1a2b.js'), 'export {};');
    writeFileSync(path.join(page, 'assets', 'app-1a2b.js.br'), 'compressed');
    app = await NestFactory.create<NestFastifyApplication>(TrialModule, newAdapter(catalogue), { logger: false });
    await hardenHttp(app, loadConfig({ UPLOAD_LIMIT_MB: '1' }, page), catalogue);
    await servePage(app, page);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    rmSync(page, { recursive: true });
  });

  const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });

  it('answers a failure with the number of the request, without stack or SQL', async () => {
    const answer = await get('/api/trial/failure', { 'accept-language': 'en' });
    expect(answer.statusCode).toBe(500);
    const number = String(answer.headers['x-request-id']);
    expect(answer.json()).toEqual({
      code: 'internal-error',
      message: `Something went wrong and was logged. Try again later and tell the administrator the number ${number}.`,
      params: { requestId: number },
    });
    expect(answer.body).not.toMatch(/SELECT|password_hash|\.ts|at /);
  });

  it('compresses large answers', async () => {
    const answer = await get('/api/trial/large', { 'accept-encoding': 'br' });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(answer.rawPayload.length).toBeLessThan(1000);
  });

  it('refuses a file above the limit and too many files, and keeps Chinese file names', async () => {
    const form = (...files: (readonly [name: string, bytes: number])[]) => {
      const parts = files.map(
        ([name, bytes]) =>
          `--b\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n` +
          `content-type: text/plain\r\n\r\n${'x'.repeat(bytes)}\r\n`,
      );
      const headers = { 'content-type': 'multipart/form-data; boundary=b' };
      return app.inject({ method: 'POST', url: '/api/trial/upload', headers, payload: `${parts.join('')}--b--\r\n` });
    };
    expect((await form(['绩效目标表.txt', 10])).json()).toEqual(['绩效目标表.txt']);
    const large = await form(['large.txt', 1024 * 1024 + 1]);
    expect([large.statusCode, large.json()]).toEqual([
      413,
      { code: 'file-too-large', message: '文件过大，单个文件不能超过 1 MB。', params: { limitMb: 1 } },
    ]);
    const many = await form(...Array.from({ length: 21 }, (_, place) => [`${place}.txt`, 1] as const));
    expect([many.statusCode, many.json<{ code: string }>().code]).toEqual([413, 'too-many-files']);
    const json = await app.inject({ method: 'POST', url: '/api/trial/upload', payload: {} });
    expect([json.statusCode, json.json<{ code: string }>().code]).toEqual([415, 'unsupported-media-type']);
  });

  it('serves the page for its own addresses, files as they are, and a refusal for what is missing', async () => {
    for (const url of ['/', '/projects/1', '/overview?year=2023']) {
      const answer = await get(url);
      expect([answer.statusCode, answer.headers['cache-control'], answer.body]).toEqual([
        200,
        'no-cache',
        '<title>jixiao</title>',
      ]);
    }
    const script = await get('/assets/app-1a2b.js', { 'accept-encoding': 'br' });
    expect(script.headers).toMatchObject({
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    for (const url of ['/assets/none.js', '/api/none', '/..%2fpackage.json'])
      expect((await get(url)).statusCode).toBe(404);
  });
});

describe('access rules', () => {
  const start = async (controller: new () => object): Promise<unknown> => {
    @Module({ imports: [DiscoveryModule], controllers: [controller], providers: [AccessRulesCheck] })
    class RulesModule {}
    const app = await NestFactory.create<NestFastifyApplication>(RulesModule, newAdapter(catalogue), { logger: false });
    return app.init().finally(() => app.close());
  };

  it('refuse to start with a route that says nothing', async () => {
    class OpenController {
      @Get('a')
      @Allow()
      a(): void {}
      @Get('b')
      b(): void {}
      helper(): void {}
    }
    Controller('open')(OpenController);
    await expect(start(OpenController)).rejects.toThrow('Routes without @Allow() or @Public(): OpenController.b');
  });

  it('let a rule on the class stand for its routes', async () => {
    class ClosedController {
      @Get('a')
      a(): void {}
    }
    Controller('closed')(ClosedController);
    Allow('jobs.manage')(ClosedController);
    await expect(start(ClosedController)).resolves.toBeDefined();
  });
});
