import { reactive, watch } from 'vue';
import { useSessionStore } from '../identity/index.js';
import { type ListLook, lookOf } from './list-look.js';

/** Kept in the browser, for each person who uses it. */
export function useListLook(): ListLook {
  const storedAs = `jixiao.list.${useSessionStore().me?.username ?? ''}`;
  const look = reactive(lookOf(localStorage.getItem(storedAs)));
  watch(look, (now) => localStorage.setItem(storedAs, JSON.stringify(now)));
  return look;
}
