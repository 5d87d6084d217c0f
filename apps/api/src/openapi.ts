import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { apiDocument } from './api-document.js';

/** Writes the OpenAPI document to the given file. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Usage: node dist/openapi.js FILE');
  await writeFile(file, `${JSON.stringify(await apiDocument(), null, 2)}\n`);
}

await main(process.argv[2]);
