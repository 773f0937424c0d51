import { amountsOf } from './amount.ts';
import { both } from './condition.ts';
import { proportion, ratio, sum } from './measure.ts';
import { on } from './on.ts';
import { marriedOfReproductiveAge } from './services.ts';

const benefit = on('benefits');
const village = on('villages');
const petition = on('petitions');
const migrant = on('migrants');
const report = on('reports');
const audit = on('audits');
const staff = on('staff');
const funding = on('funding');

export const benefitsPaid = proportion({
  id: '3a',
  name: { zh: '奖励优惠政策兑现率', en: 'Benefits paid in full' },
  window: 'year',
  among: benefit.within('due_date'),
  which: benefit.reaches('amount_paid', 'amount_due'),
});

export const benefitFundsPaid = sum({
  id: '3b',
  name: { zh: '奖励优惠资金兑现率', en: 'Benefit funds paid' },
  window: 'year',
  among: benefit.within('due_date'),
  of: amountsOf('benefits').lesserOf('amount_paid', 'amount_due'),
  to: amountsOf('benefits').of('amount_due'),
});

export const informedChoice = proportion({
  id: '5',
  name: { zh: '规范开展知情选择村比例', en: 'Villages with informed choice' },
  window: 'stock',
  among: village.any,
  which: village.is('informed_choice', 'yes'),
});

export const selfGovernance = proportion({
  id: '6',
  name: { zh: '村民自治村比例', en: 'Villages with self-governance' },
  window: 'stock',
  among: village.any,
  which: village.is('self_governance', 'yes'),
});

export const firstPetitionsClosed = proportion({
  id: '13b',
  name: { zh: '初访结案率', en: 'First petitions closed' },
  window: 'year',
  among: both(petition.within('due_date'), petition.is('first_visit', 'yes')),
  which: petition.doneByEnd('closed_date'),
});

export const petitionsClosedOnTime = proportion({
  id: '13d',
  name: { zh: '按期结案率', en: 'Petitions closed on time' },
  window: 'year',
  among: petition.within('due_date'),
  which: petition.notAfter('closed_date', 'due_date'),
});

export const migrantsCertified = proportion({
  id: '14a',
  name: { zh: '流动人口发证率', en: 'Migrants with certificates' },
  window: 'stock',
  among: migrant.is('direction', 'out'),
  which: migrant.is('certificate', 'yes'),
});

export const migrantsServed = proportion({
  id: '14b',
  name: { zh: '流动人口服务率', en: 'Migrants served' },
  window: 'stock',
  among: migrant.any,
  which: migrant.is('served', 'yes'),
});

export const reportsOnTime = proportion({
  id: '15a',
  name: { zh: '统计信息及时率', en: 'Statistical reports on time' },
  window: 'year',
  among: report.within('due_date'),
  which: report.notAfter('submitted', 'due_date'),
});

export const reportsAccurate = sum({
  id: '15b',
  name: { zh: '统计信息准确率', en: 'Accuracy of statistical reports' },
  window: 'year',
  among: audit.within('date'),
  of: amountsOf('audits').of('correct'),
  to: amountsOf('audits').of('checked'),
  except: audit.exceeds('correct', 'checked'),
});

export const womenRegistered = ratio({
  id: '15c',
  name: { zh: '已婚育龄妇女信息覆盖率', en: 'Married women of reproductive age on the register' },
  window: 'stock',
  unit: '%',
  of: marriedOfReproductiveAge,
  to: { total: 'married_women' },
  most: 100,
});

export const staffPaid = proportion({
  id: '16',
  name: { zh: '工作人员报酬落实率', en: 'Staff paid in full' },
  window: 'stock',
  among: staff.any,
  which: staff.reaches('pay_paid', 'pay_due'),
});

export const inBudget = proportion({
  id: '17a',
  name: { zh: '经费纳入财政预算', en: 'Funds in the budget' },
  window: 'stock',
  among: funding.inYearOfEnd('year'),
  which: funding.is('in_budget', 'yes'),
});

export const fundsPerHead = sum({
  id: '17b',
  name: { zh: '人均事业费达标', en: 'Funds per head to standard' },
  window: 'stock',
  among: funding.inYearOfEnd('year'),
  of: amountsOf('funding').of('amount'),
  to: amountsOf('funding').productOf('population', 'standard'),
});
