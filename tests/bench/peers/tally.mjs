// The counts of a register of women, by hand: what the programs that read with exceljs count.

const married = new Set(['初婚', '再婚']);
const single = new Set(['未婚', '离婚', '丧偶']);
const protecting = new Set(['宫内节育器', '避孕套', '女扎', '药具', '皮下埋植', '口服药']);
const without = new Set(['无', '待孕']);
const [FIRST, LAST] = [Date.UTC(1975, 6, 1), Date.UTC(2010, 5, 30)]; // aged 15 to 49 on 30 June 2025

export const columns = { village: 2, id: 3, born: 6, marital: 10, method: 14, served: 16 };

export function tally() {
  const villages = {};
  const ids = new Set();
  let duplicates = 0;
  return {
    add({ village, id, born, marital, method, served }) {
      const key = `${village} ${id}`;
      if (ids.has(key)) {
        duplicates += 1;
        return;
      }
      ids.add(key);
      villages[village] ??= [0, 0, 0, 0, 0];
      const counts = villages[village];
      const time = born instanceof Date ? born.getTime() : Number.NaN;
      if (!(time >= FIRST && time <= LAST)) return;
      if (served === '是' || served === '否') counts[3] += 1;
      if (served === '是') counts[2] += 1;
      if (!married.has(marital) || single.has(marital)) return;
      counts[4] += 1;
      if (protecting.has(method)) counts[0] += 1;
      if (protecting.has(method) || without.has(method)) counts[1] += 1;
    },
    print() {
      console.log(JSON.stringify({ duplicates, villages }));
    },
  };
}
