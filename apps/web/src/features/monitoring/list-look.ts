import { OPTIONAL_COLUMNS, type OptionalColumn, USUAL_COLUMNS } from './list-columns.js';

export type Density = 'roomy' | 'dense';

/** How a person likes the list: which columns, and how close the rows stand. */
export interface ListLook {
  columns: readonly OptionalColumn[];
  density: Density;
}

/** What was stored; anything that a version of the page does not know is left out. */
export function lookOf(stored: string | null): ListLook {
  const usual: ListLook = { columns: USUAL_COLUMNS, density: 'roomy' };
  try {
    const { columns, density } = JSON.parse(stored ?? '{}') as Partial<Record<keyof ListLook, unknown>>;
    return {
      columns: Array.isArray(columns) ? OPTIONAL_COLUMNS.filter((key) => columns.includes(key)) : usual.columns,
      density: density === 'dense' ? 'dense' : usual.density,
    };
  } catch {
    return usual;
  }
}
