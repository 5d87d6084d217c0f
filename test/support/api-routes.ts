import { PERMISSIONS, type Permission } from '@jixiao/domain';
import { apiDocument } from '../../apps/api/src/api-document.js';
import { ACCESS_EXTENSION } from '../../apps/api/src/platform/http/access.js';
import type { JsonSchema } from './sample-body.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** One operation of the OpenAPI document. */
export interface Route {
  /** `POST /rounds/{year}/{month}/lock`. */
  readonly key: string;
  readonly method: Method;
  /** Without `/api`. */
  readonly path: string;
  readonly access: 'public' | readonly Permission[];
  readonly parameters: readonly Parameter[];
  readonly body: JsonSchema | null;
  readonly multipart: boolean;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly [extension: string]: unknown;
}

export interface ApiRoutes {
  readonly routes: readonly Route[];
  readonly schemas: Readonly<Record<string, JsonSchema>>;
}

/** Every route that the program has, from its own description. @throws Error where one does not say who may use it */
export async function apiRoutes(): Promise<ApiRoutes> {
  const document = await apiDocument();
  const paths = document.paths as unknown as Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => routeOf(method, path, operation)),
  );
  const schemas = (document.components?.schemas ?? {}) as unknown as Readonly<Record<string, JsonSchema>>;
  return { routes, schemas };
}

function routeOf(method: string, fullPath: string, operation: Operation): Route {
  const path = fullPath.replace(/^\/api/, '');
  const key = `${method.toUpperCase()} ${path}`;
  const content = operation.requestBody?.content ?? {};
  return {
    key,
    method: method.toUpperCase() as Method,
    path,
    access: accessOf(key, operation[ACCESS_EXTENSION]),
    parameters: operation.parameters ?? [],
    body: content['application/json']?.schema ?? null,
    multipart: 'multipart/form-data' in content,
  };
}

function accessOf(key: string, rule: unknown): Route['access'] {
  if (rule === 'public') return rule;
  const known = Array.isArray(rule) && rule.every((each) => PERMISSIONS.includes(each as Permission));
  if (!known) throw new Error(`${key} does not say who may use it`);
  return rule as Permission[];
}
