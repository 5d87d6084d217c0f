/** Units of target values: which are money, time, counts, and how much of a text is one (R16–R18). */

const CHINESE_MONEY = /^[十百千万亿]{0,3}(?:元|美元|欧元|日元|港元|角)$/;
const TIME = new Set(
  (
    '年 个年 月 个月 季度 个季度 周 个周 星期 日 天 个工作日 工作日 日历天 日历日 自然日 小时 个小时 时 分钟 秒 秒钟 毫秒 ' +
    'h hr hrs hour hours H min mins minute minutes s sec d day days ms year years month months'
  ).split(' '),
);
const SHORTER_THAN_A_YEAR = new Set('月 季 季度 周 日 天 小时 每月 每季度'.split(' '));
const PERSON_DAYS = /^[万千]?人$/;
/** Measures of a state: a score of 95 分 in June is 95, not twice what was due. */
const LEVEL_UNITS = new Set('‰ 百分点 个百分点 分 倍 级 星 星级 度 ℃ °C 摄氏度 分贝 dB db'.split(' '));
/** Prefixes of physical measures such as mg/L, μg/m3, dB(A), Mbps. */
const CONCENTRATION = /^(?:[μunm]?g|[μm]?mol|Bq|ppm|[KMG]?bps|[KMG]bit)(?:\/|$)/;
const COUNT_UNITS =
  '个 件 起 次 人 人次 户 户次 名 例 宗 案 套 台 台套 辆 部 本 册 份 张 篇 期 场 场次 项 条 处 座 栋 幢 间 所 家 村 镇 乡 ' +
  '亩 公顷 平米 平方米 平方公里 平方千米 立方米 立方 方 米 延米 公里 千米 厘米 毫米 吨 公斤 千克 斤 克 升 批 批次 班 班次 课时 学时 学分 ' +
  '字 支 把 块 只 头 株 棵 卷 盒 箱 袋 副 根 片 面 幅 枚 组 队 对 双 床 桌 门 类 种 页 集 车次 架 艘 眼 口 盏 ' +
  '人天 人日 人月 平方 千瓦 千瓦时 kW kWh m km cm mm m2 m3 m² m³ ㎡ ㎥ km2 km² kg g t L';

const withScale = (units: string): string[] =>
  units.split(' ').flatMap((unit) => [unit, `万${unit}`, `千${unit}`, `亿${unit}`]);
const COUNTS = new Set(withScale(COUNT_UNITS));
const BRACKETED = /\([^()]{1,3}\)$/;
const KNOWN = new Set([
  ...COUNTS,
  ...TIME,
  ...LEVEL_UNITS,
  ...['元', '千元', '万元', '百万元', '千万元', '亿元', '%', '百分比'],
]);
const LONGEST_KNOWN = Math.max(...[...KNOWN].map((unit) => unit.length));

/** Words that begin like a unit and are none: the sentence after the number has begun. */
const OTHER_WORD =
  /^(?:项目|年[度初末底内]|日常|本[年项单级市县区部月]|[次人件户天个台条期篇份页]数|部[分门]|分[值数项别]|人[员均民才]|户均|条件|案[件例]|期[末间内]|场地|家庭|村民|组织|队伍|支[出付]|所有|处[理罚置]|面[积向]|根据|只有|方[案式面]|批准|例如|名[称单]|起始|台[账帐]|类[别型]|对[于比应]|把握|门[户槛]|小时数|时[间限效]|级别|度量)/;
/** Characters that make a word of its own a sentence rather than a unit. */
const SENTENCE =
  /[率的为与和且或每扣若则不未应须需按已均全并可将由其所有无得即至到]|大于|小于|等于|高于|低于|超过|少于|完成|指标|得分|以上|以下|以内|之内|左右/;
const OWN_WORD = /^(?:\p{Script=Han}{1,4}|[A-Za-zμ°²³℃]{1,8}\d?)(?:\(\p{Script=Han}{1,3}\))?$/u;

/** True for 元, 万元, 亿元 and the like. */
export const isMoneyUnit = (unit: string | null): boolean => unit !== null && CHINESE_MONEY.test(unit);

/** True for 年, 个月, 天, 工作日, 小时, 分钟, h and the like. */
export const isTimeUnit = (unit: string | null): boolean => unit !== null && TIME.has(unit);

/** The parts of a compound unit (`天/个` → 天 per 个); a plain unit has no denominator. */
export function splitUnit(unit: string): { numerator: string; denominator: string | null } {
  const slash = unit.indexOf('/');
  if (slash === -1) return { numerator: unit, denominator: null };
  return { numerator: unit.slice(0, slash), denominator: unit.slice(slash + 1) };
}

/** True for `元/户`, `天/个`: money or time per case. `张/册` and `人/次` are counts (R17c). */
export function isMoneyOrTimePerCase(unit: string | null): boolean {
  if (unit === null) return false;
  const { numerator, denominator } = splitUnit(unit);
  return denominator !== null && (isMoneyUnit(numerator) || isTimeUnit(numerator));
}

/**
 * True for units that measure a state, not an amount that grows over the year: ‰, 百分点, 分, ℃, 分贝, mg/L, and counts per
 * month, week or day. Where R17 names no such unit it is compared as is; 人/天 are person-days, which add up.
 */
export function isStateUnit(unit: string | null): boolean {
  if (unit === null) return false;
  const { numerator, denominator } = splitUnit(unit);
  if (LEVEL_UNITS.has(numerator) || CONCENTRATION.test(unit)) return true;
  return denominator !== null && SHORTER_THAN_A_YEAR.has(denominator) && !PERSON_DAYS.test(numerator);
}

/** `人·天`: a unit that is a product of known ones. */
const isProduct = (word: string): boolean => word.includes('·') && word.split('·').every((unit) => KNOWN.has(unit));

/** True for the units that documents use, also as `台(套)`; false for a word of somebody's own. */
export const isKnownUnit = (word: string): boolean => KNOWN.has(word.replace(BRACKETED, '')) || isProduct(word);

function knownPrefix(run: string): string | null {
  for (let length = Math.min(run.length, LONGEST_KNOWN); length > 0; length -= 1) {
    const head = run.slice(0, length);
    if (KNOWN.has(head)) return head;
  }
  return null;
}

/** `台(套)` is a unit as a whole; `万元(含税)` is 万元 with a remark. */
const isBracketedCount = (run: string): boolean => BRACKETED.test(run) && COUNTS.has(run.replace(BRACKETED, ''));

function plainUnit(run: string): string | null {
  if (KNOWN.has(run) || isBracketedCount(run) || isProduct(run)) return run;
  if (OTHER_WORD.test(run)) return null;
  return knownPrefix(run) ?? (OWN_WORD.test(run) && !SENTENCE.test(run) ? run : null);
}

/**
 * The unit at the head of a run of letters, or null where there is none: a known unit, the longest known unit before more
 * words (`个完成率小于` → 个), or a short word of its own (标段). Compound units keep their parts (`元/人/月`).
 */
export function unitAtHead(run: string): string | null {
  const parts = run.split('/');
  const units: string[] = [];
  for (const part of parts) {
    const unit = plainUnit(part);
    if (unit === null) return units.length > 0 ? units.join('/') : null;
    units.push(unit);
    if (unit !== part) break;
  }
  return units.join('/');
}
