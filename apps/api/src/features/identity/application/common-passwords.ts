/**
 * What attackers try first and offices like to choose: words that no number behind them makes a password of, and runs of
 * keys. Only those stand here that the other rules would let pass.
 */
const WORDS = [
  'password',
  'passw0rd',
  'p@ssw0rd',
  'p@ssword',
  'admin',
  'administrator',
  'root',
  'test',
  'user',
  'guest',
  'welcome',
  'login',
  'letmein',
  'iloveyou',
  'abc',
  'abcd',
  'abcdef',
  'a',
  'aa',
  'aaa',
  'qq',
  'q',
  'woaini',
  'woaizhongguo',
  'zhongguo',
  'china',
  'beijing',
  'zhengfu',
  'caizheng',
  'caizhengju',
  'czj',
  'yusuan',
  'yusuanju',
  'jixiao',
  'jixiaogu',
  'guoku',
  'kuaiji',
  'bangong',
  'bangongshi',
  'danwei',
  'renmin',
  'mima',
  'huanying',
  'xitong',
  'guanliyuan',
] as const;

const KEY_RUNS = [
  'qwerty',
  'qwertyuiop',
  'qwer1234',
  'asdfghjkl',
  'asdf1234',
  'zxcvbnm',
  '1q2w3e4r5t',
  '1q2w3e4r',
  '1qaz2wsx3edc',
  '1qaz2wsx',
  '1qazxsw2',
  'qazwsxedc',
  'q1w2e3r4t5',
  'a1b2c3d4e5',
  'a1s2d3f4g5',
  '123qweasdzxc',
  '123qwe',
  '1234qwer',
  'abc123',
] as const;

const COMMON = new Set<string>([...WORDS, ...KEY_RUNS]);
/** Years, birthdays, runs of digits and the sign that the rules ask for. */
const DECORATION = /^[\d\W_]+|[\d\W_]+$/gu;

/** `Admin@123456`, `caizheng2026!`, `Qwerty12345`: a word that everybody knows with digits and signs around it. */
export function isCommonPassword(password: string): boolean {
  const plain = password.toLowerCase();
  const atTheEnd = plain.replace(/[\d\W_]+$/u, '');
  const withoutSigns = plain.replace(/[\W_]+$/u, '');
  return [plain, atTheEnd, withoutSigns, plain.replace(DECORATION, '')].some((core) => COMMON.has(core));
}
