import type { Messages } from '../zh/index.js';
import { common } from './common.js';
import { monitoring } from './monitoring.js';
import { reporting } from './reporting.js';
import { work } from './work.js';

export const messages: Messages = { ...common, ...monitoring, ...reporting, ...work };
