/** What is read of a JSON schema. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-7000-8000-000000000000',
  date: '2022-06-30',
  'date-time': '2022-06-30T00:00:00.000Z',
};
const ISO_DAY = '2022-06-30';

/**
 * The smallest body that a schema takes: what is required, and every property that `known` has a value for, wherever it
 * stands, so that a body names whom or what it is about even where it need not.
 */
export function sampleBody(
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
  known: Readonly<Record<string, unknown>>,
): unknown {
  const resolved = resolve(schema, schemas);
  if (resolved.const !== undefined) return resolved.const;
  if (resolved.enum) return resolved.enum[0];
  if (resolved.properties) return sampleObject(resolved, schemas, known);
  switch (resolved.type) {
    case 'object':
      return {};
    case 'array':
      return sampleArray(resolved, schemas, known);
    case 'integer':
    case 'number':
      return Math.max(resolved.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return sampleText(resolved);
  }
}

function resolve(schema: JsonSchema, schemas: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const name = schema.$ref?.split('/').at(-1);
  if (name !== undefined) {
    const found = schemas[name];
    if (found === undefined) throw new Error(`The document has no schema ${name}`);
    return resolve(found, schemas);
  }
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null') ?? schema.allOf?.[0];
  return choice === undefined
    ? schema
    : resolve({ ...schema, anyOf: undefined, oneOf: undefined, allOf: undefined, ...choice }, schemas);
}

function sampleObject(
  { properties = {}, required = [] }: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
  known: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const entries = Object.entries(properties).flatMap(([name, schema]): [string, unknown][] => {
    if (name in known) return [[name, known[name]]];
    return required.includes(name) ? [[name, sampleBody(schema, schemas, known)]] : [];
  });
  return Object.fromEntries(entries);
}

/** One element at least where elements say what the body is about. */
function sampleArray(
  { items = {}, minItems = 0 }: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
  known: Readonly<Record<string, unknown>>,
): unknown[] {
  const names = Object.keys(resolve(items, schemas).properties ?? {});
  const length = Math.max(minItems, names.some((name) => name in known) ? 1 : 0);
  return Array.from({ length }, () => sampleBody(items, schemas, known));
}

function sampleText({ format, pattern, minLength = 0 }: JsonSchema): string {
  const formatted = format === undefined ? undefined : FORMATS[format];
  if (formatted !== undefined) return formatted;
  if (pattern !== undefined && new RegExp(pattern).test(ISO_DAY)) return ISO_DAY;
  return '试'.repeat(Math.max(minLength, 2));
}
