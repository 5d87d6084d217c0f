import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { connectRedis, SENDING } from './redis-connection.js';

const ignore = (): void => undefined;

describe('Redis connection', () => {
  it('fails at once where nobody listens, naming the place without the password', async () => {
    const started = Date.now();
    const work = connectRedis('redis://:s3cret@127.0.0.1:1/2', SENDING, ignore);
    await expect(work).rejects.toThrow(/^Redis at redis:\/\/127\.0\.0\.1:1\/2 cannot be reached: .*ECONNREFUSED/);
    expect(Date.now() - started).toBeLessThan(2000);
  });

  it('fails within six seconds where somebody listens and never answers', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const started = Date.now();
    const { port } = silent.address() as AddressInfo;
    await expect(connectRedis(`redis://127.0.0.1:${port}`, SENDING, ignore)).rejects.toThrow('cannot be reached');
    expect(Date.now() - started).toBeLessThan(6000);
    silent.close();
    // One that nobody reads never sees the other side's end and would keep the test's process alive.
    for (const socket of sockets) socket.destroy();
  });
});
