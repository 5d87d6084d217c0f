import { DomainError } from '../platform/runtime/domain-error.js';
import { note, operatorLocale } from './output.js';

/** A refusal whose words were written already. */
export class AlreadyTold extends Error {}

/** Tells the operator what went wrong, without a stack. The exit code of a refusal is 1. */
export async function tellFailure(error: unknown): Promise<void> {
  if (error instanceof AlreadyTold) return;
  if (!(error instanceof DomainError)) return note(`jixiao: ${error instanceof Error ? error.message : String(error)}`);
  // The sentences come with every slice, which the fast commands do without.
  const { messageCatalogue } = await import('../messages.js');
  const locale = operatorLocale();
  note(`jixiao: ${messageCatalogue.sentence(error, locale)} [${error.code}]`);
  for (const issue of error.issues)
    note(`  ${issue.path}: ${messageCatalogue.sentence(issue, locale)} [${issue.code}]`);
}
