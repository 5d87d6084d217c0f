import { defineStore } from 'pinia';
import { ref } from 'vue';
import { type RoundKey, roundKeyOf } from './choose-round.js';

const STORED_AS = 'jixiao.round';

function stored(): RoundKey | null {
  const [year, month] = (localStorage.getItem(STORED_AS) ?? '').split('-');
  return roundKeyOf(year, month);
}

/** The round that the person looked at last, kept between visits. */
export const useRoundChoiceStore = defineStore('roundChoice', () => {
  const choice = ref<RoundKey | null>(stored());
  const remember = (key: RoundKey): void => {
    choice.value = { year: key.year, month: key.month };
    localStorage.setItem(STORED_AS, `${key.year}-${key.month}`);
  };
  return { choice, remember };
});
