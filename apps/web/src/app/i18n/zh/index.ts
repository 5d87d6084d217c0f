import { common } from './common.js';
import { imports } from './imports.js';
import { monitoring } from './monitoring.js';
import { people } from './people.js';
import { reporting } from './reporting.js';
import { targets } from './targets.js';
import { treasury } from './treasury.js';
import { work } from './work.js';
import { workbook } from './workbook.js';

export const messages = {
  ...common,
  ...imports,
  ...monitoring,
  ...people,
  ...reporting,
  ...targets,
  ...treasury,
  ...work,
  ...workbook,
};

/** Every sentence of the pages; the other languages have the same keys. */
export type Messages = typeof messages;
