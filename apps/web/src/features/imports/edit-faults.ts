import { inject, type InjectionKey, onScopeDispose, provide, type Ref, shallowReactive, watch } from 'vue';

/** Forms of a page that hold something which could not be kept. */
const FAULTS: InjectionKey<Set<string>> = Symbol('edit-faults');

/** For the page: what is typed and not kept would be lost by going on. */
export function provideEditFaults(): ReadonlySet<string> {
  const faults = shallowReactive(new Set<string>());
  provide(FAULTS, faults);
  return faults;
}

/** For a form: tells the page while it holds something that could not be kept. */
export function reportEditFault(id: string, faulty: Readonly<Ref<boolean>>): void {
  const faults = inject(FAULTS, null);
  watch(faulty, (now) => (now ? faults?.add(id) : faults?.delete(id)));
  onScopeDispose(() => faults?.delete(id));
}
