import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const ROOT = path.resolve(import.meta.dirname, '../..');
const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

interface Service {
  image: string;
  build?: { dockerfile: string; target: string };
  command?: string[];
  environment?: Record<string, string>;
  deploy?: { replicas: number };
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
}
const compose = parse(textOf('docker/compose.yml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`No service ${name}`);
  return found;
};
const dockerfile = textOf('docker/Dockerfile');

const answers = (...args: string[]): boolean => {
  try {
    execFileSync('docker', args, { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
};

describe('docker/compose.yml', () => {
  it('has MySQL 8.4, Redis, the migration step, the API, two workers and the page', () => {
    expect(Object.keys(compose.services).sort()).toEqual(['api', 'migrate', 'mysql', 'redis', 'web', 'worker']);
    expect(service('mysql').image).toBe('mysql:8.4');
    expect(service('worker').deploy?.replicas).toBe(2);
  });

  it('leaves the jobs to the workers', () => {
    expect(service('api').environment?.RUN_JOBS).toBe('false');
    expect(service('worker').environment?.RUN_JOBS).toBeUndefined();
  });

  it('migrates once, before the API and the workers', () => {
    expect(service('migrate').command).toEqual(['jixiao', 'migrate']);
    for (const name of ['api', 'worker'])
      expect(service(name).depends_on?.migrate?.condition).toBe('service_completed_successfully');
  });

  it('waits for services that answer, not for containers that run', () => {
    for (const name of ['migrate', 'api', 'worker'])
      for (const needed of ['mysql', 'redis'])
        expect(service(name).depends_on?.[needed]?.condition).toBe('service_healthy');
    for (const name of ['mysql', 'redis']) expect(service(name).healthcheck?.test).toBeDefined();
  });

  it('keeps what Redis was given over a restart', () => {
    expect(service('redis').command?.join(' ')).toContain('--appendonly yes');
  });

  it('holds no secret: every password comes from the environment', () => {
    const urls = ['DATABASE_URL', 'REDIS_URL'].map((name) => service('api').environment?.[name]);
    for (const url of urls) expect(url).toMatch(/:\$\{[A-Z_]*PASSWORD:\?[^}]+\}@/);
    expect(textOf('docker/env.example')).not.toMatch(/PASSWORD=\S/);
  });

  it('sets only what the configuration knows', () => {
    const known = textOf('apps/api/src/config/load-config.ts');
    const set = ['api', 'worker', 'migrate'].flatMap((name) => Object.keys(service(name).environment ?? {}));
    expect(set.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('can be set up from the example: it names each variable, and none that nothing reads', () => {
    const read = [...textOf('docker/compose.yml').matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name]) => name);
    const named = [...textOf('docker/env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual([...new Set(read)].sort());
  });

  it('builds targets that the Dockerfile has', () => {
    for (const name of ['api', 'worker', 'migrate', 'web']) {
      const { dockerfile: file, target } = service(name).build ?? { dockerfile: '', target: '' };
      expect(textOf(file)).toMatch(new RegExp(`^FROM \\S+ AS ${target}$`, 'm'));
    }
  });

  if (answers('compose', 'version'))
    it('is accepted by docker compose config', () => {
      const env = { ...process.env, MYSQL_ROOT_PASSWORD: 'a', MYSQL_PASSWORD: 'b', REDIS_PASSWORD: 'c' };
      const args = ['compose', '-f', path.join(ROOT, 'docker/compose.yml'), 'config', '--quiet'];
      expect(() => execFileSync('docker', args, { env, stdio: 'pipe' })).not.toThrow();
    });
});

describe('docker/Dockerfile', () => {
  it('runs as an unprivileged user and says whether it is well', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK .*\n.*\/api\/health/m);
  });

  it('installs only what is needed at run time into the image that runs', () => {
    const stages = dockerfile.split(/^FROM /m);
    expect(stages.find((stage) => / AS dependencies$/m.test(stage))).toContain('npm ci --omit=dev');
    expect(stages.find((stage) => / AS api$/m.test(stage))).not.toContain('COPY --from=build /src/node_modules');
  });

  it('takes along the packages that npm keeps below a workspace', () => {
    const { packages } = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { dev?: boolean }> };
    const folders = Object.entries(packages).flatMap(([place, { dev }]) => {
      const folder = /^((?:apps\/api|libs\/domain)\/node_modules)\//.exec(place)?.[1];
      return dev === true || folder === undefined ? [] : [folder];
    });
    for (const folder of new Set(folders))
      expect(dockerfile).toContain(`COPY --from=dependencies /app/${folder} ${folder}\n`);
  });

  it('copies only files that exist', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(?:--\S+ )*(.+) \S+$/gm)].flatMap(([, files]) =>
      (files ?? '').split(' '),
    );
    expect(copied.length).toBeGreaterThan(8);
    expect(copied.filter((file) => !existsSync(path.join(ROOT, file)))).toEqual([]);
  });

  it('pins every base image', () => {
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(images.filter((image) => !/:\d+\.\d+/.test(image ?? ''))).toEqual([]);
  });
});
