import type { JobDefinition, JobHandler } from './job-queue.js';

type AnyDefinition = JobDefinition<unknown>;
type AnyHandler = JobHandler<unknown>;

/** Which jobs exist and who does them. Features fill it while their modules start. */
export class JobRegistry {
  private readonly definitions = new Map<string, AnyDefinition>();
  private readonly handlers = new Map<string, AnyHandler>();

  /** Says that jobs of these kinds may be enqueued. @throws Error where another kind has the same name. */
  declare(...definitions: readonly AnyDefinition[]): this {
    for (const definition of definitions) {
      const present = this.definitions.get(definition.name);
      if (present !== undefined && present !== definition) {
        throw new Error(`Two kinds of job have the name "${definition.name}"`);
      }
      this.definitions.set(definition.name, definition);
    }
    return this;
  }

  /** Registers the code that does a kind of job. @throws Error where the kind has a handler already. */
  register<P>(handler: JobHandler<P>): this {
    const { name } = handler.definition;
    if (this.handlers.has(name)) throw new Error(`Job "${name}" has two handlers`);
    this.handlers.set(name, handler as AnyHandler);
    return this;
  }

  /** Called once at the start. @throws Error naming each job without a handler and each handler without a job. */
  check(): void {
    const orphans = [...this.definitions.keys()].filter((name) => !this.handlers.has(name));
    const strays = [...this.handlers.keys()].filter((name) => !this.definitions.has(name));
    const faults = [
      ...orphans.map((name) => `job "${name}" has no handler`),
      ...strays.map((name) => `the handler of "${name}" is for a job that was not declared`),
    ];
    if (faults.length > 0) throw new Error(`Jobs cannot start: ${faults.join('; ')}`);
  }

  /** @throws Error where the kind was not declared: its jobs would never run. */
  requireDeclared(definition: AnyDefinition): void {
    if (this.definitions.get(definition.name) !== definition) {
      throw new Error(`Job "${definition.name}" was not declared`);
    }
  }

  definitionOf(name: string): JobDefinition<unknown> | undefined {
    return this.definitions.get(name);
  }

  /** Names of the kinds of job that have a log of their own. */
  namesWithOwnLog(): readonly string[] {
    return [...this.definitions.values()].filter(({ hasOwnLog }) => hasOwnLog === true).map(({ name }) => name);
  }

  handlerOf(name: string): JobHandler<unknown> | undefined {
    return this.handlers.get(name);
  }
}
