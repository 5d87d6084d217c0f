import { Check, Column, ForeignKey, PrimaryColumn, type ValueTransformer } from 'typeorm';
import { DECIMAL_LENGTH, plainDecimal } from './plain-decimal.js';
import { ValueOutOfRange } from './value-out-of-range.js';

/**
 * Columns that hold the same values, with the same limits, on SQLite and on MySQL. Entities use these and nothing else.
 */
interface ColumnChoices {
  readonly nullable?: boolean;
  /** Database name where the property's own name in snake_case is a reserved word. */
  readonly name?: string;
}

/** UUID v7 text, made in code: the same on every database, in order of creation, known before the insert. */
export const ID_LENGTH = 36;
export const JSON_LIMIT = 4_000_000;

const toSafeInteger = (value: unknown): number | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
  throw new ValueOutOfRange('Not a whole number below 2^53', value);
};
const fromInteger = (value: unknown): number | null => {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  throw new ValueOutOfRange('Stored whole number of 2^53 or more', value);
};

/** Whole numbers with |n| < 2^53, exact on both databases. */
export const integerTransformer: ValueTransformer = { to: toSafeInteger, from: fromInteger };

/** Numbers as their shortest decimal text: floating-point columns differ between the databases, text does not. */
export const decimalTransformer: ValueTransformer = {
  to: (value: number | null | undefined) => (value === null || value === undefined ? null : plainDecimal(value)),
  from: (value: string | null | undefined) => (value === null || value === undefined ? null : Number(value)),
};

/** Any JSON value as text; SQL NULL for null. */
export const jsonTransformer: ValueTransformer = {
  to: (value: unknown) => {
    if (value === null || value === undefined) return null;
    const text = JSON.stringify(value);
    if (text.length > JSON_LIMIT) throw new ValueOutOfRange('JSON too large, characters', text.length);
    return text;
  },
  from: (value: string | null | undefined): unknown =>
    value === null || value === undefined ? null : JSON.parse(value),
};

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * Text of at most `length` characters. SQLite does not enforce the length of a varchar, so a CHECK does it there
 * (TypeORM creates none on MySQL, where the column's own length is enforced).
 */
export function StringColumn(length: number, choices: ColumnChoices = {}): PropertyDecorator {
  return (target, property) => {
    const column = choices.name ?? snakeCase(String(property));
    Column({ type: 'varchar', length, ...choices })(target, property);
    Check(`ck_${column}_length`, `length("${column}") <= ${length}`)(target, property);
  };
}

/** Primary key of an entity whose id is made in code. */
export const IdColumn = (length = ID_LENGTH): PropertyDecorator => PrimaryColumn({ type: 'varchar', length });

/** Id of another row. Where it is a foreign key, `@References` stands beside it. */
export const IdOfColumn = (choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: ID_LENGTH, ...choices });

/** A named foreign key with RESTRICT. The entity is named by its class name, so that slices need not import each other. */
export const References = (entity: string, constraint: string): PropertyDecorator =>
  ForeignKey(entity, { name: constraint, onDelete: 'RESTRICT', onUpdate: 'RESTRICT' });

/** Amount in 分 ↔ number; exact, refused at 2^53 and beyond. */
export const MoneyColumn = (choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'bigint', transformer: integerTransformer, ...choices });

/** Whole number that may exceed 32 bits, such as hundredths of a percentage point of a tiny budget. */
export const BigIntegerColumn = MoneyColumn;

/** Small whole number (32 bits). */
export const IntegerColumn = (choices: ColumnChoices = {}): PropertyDecorator => Column({ type: 'int', ...choices });

/** Exact decimal figure ↔ number. */
export const DecimalColumn = (choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: DECIMAL_LENGTH, transformer: decimalTransformer, ...choices });

export const BooleanColumn = (choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'boolean', ...choices });

/** ISO-8601 UTC instant as `clock.now()` gives it; as text it sorts by time on both databases. */
export const InstantColumn = (choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 24, ...choices });

/** ISO day, `2023-06-30`. */
export const DayColumn = (choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'varchar', length: 10, ...choices });

/** Text without a length that matters (16 MB; MEDIUMTEXT on MySQL). */
export const TextColumn = (choices: ColumnChoices = {}): PropertyDecorator => Column({ type: 'text', ...choices });

/** Bytes, given back as a Buffer (MEDIUMBLOB on MySQL, 16 MB). Keep rows small: a statement has at most 16 MB there. */
export const BlobColumn = (choices: ColumnChoices = {}): PropertyDecorator => Column({ type: 'blob', ...choices });

export const JsonColumn = (choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'text', transformer: jsonTransformer, ...choices });

/** Stored as the JSON of another form of the value. */
export const CodedJsonColumn = (code: ValueTransformer, choices: ColumnChoices = {}): PropertyDecorator =>
  Column({ type: 'text', transformer: [code, jsonTransformer], ...choices });
