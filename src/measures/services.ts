import { both } from './condition.ts';
import { alias, proportion } from './measure.ts';
import { on } from './on.ts';

const woman = on('women');
const procedure = on('procedures');
const followup = on('followups');
const service = on('services');

const reproductiveAge = woman.aged('birth_date', [15, 49]);
const followedUpToStandard = both(followup.doneByEnd('done_date'), followup.is('standard', 'yes'));

/** Married women of reproductive age: also what 15c counts. */
export const marriedOfReproductiveAge = both(reproductiveAge, woman.is('marital', 'married'));

export const freeBasicServices = proportion({
  id: '4',
  name: { zh: '免费基本技术服务落实率', en: 'Basic services given free of charge' },
  window: 'year',
  among: both(
    service.within('date'),
    service.is(
      'item',
      'supplies',
      'pregnancy_iud_check',
      'iud',
      'implant',
      'sterilisation',
      'termination',
      'complication_care',
      'reversal',
    ),
  ),
  which: service.is('free', 'yes'),
});

export const contraceptivePrevalence = proportion({
  id: '8a',
  name: { zh: '已婚育龄妇女综合避孕率', en: 'Contraceptive prevalence, married women of reproductive age' },
  window: 'stock',
  among: marriedOfReproductiveAge,
  which: woman.isNot('method', 'none'),
});

export const timelyMethods = proportion({
  id: '9a',
  name: { zh: '落实避孕措施及时率', en: 'Methods begun on time' },
  window: 'year',
  among: both(
    procedure.within('due_date'),
    procedure.is(
      'kind',
      'iud_insertion',
      'implant_insertion',
      'female_sterilisation',
      'male_sterilisation',
      'supplies',
    ),
  ),
  which: procedure.notAfter('done_date', 'due_date'),
});

export const timelyContraception = alias(timelyMethods, {
  id: '8b',
  name: { zh: '避孕及时率', en: 'Contraception on time' },
});

export const postoperativeFollowUp = proportion({
  id: '9b',
  name: { zh: '规范术后随访率', en: 'Follow-up after procedures, to standard' },
  window: 'year',
  among: both(followup.within('due_date'), followup.is('kind', 'postoperative')),
  which: followedUpToStandard,
});

export const suppliesFollowUp = proportion({
  id: '9c',
  name: { zh: '规范药具随访率', en: 'Follow-up of supplies, to standard' },
  window: 'year',
  among: both(followup.within('due_date'), followup.is('kind', 'supplies')),
  which: followedUpToStandard,
});

export const complications = proportion({
  id: '9e',
  name: { zh: '手术并发症率', en: 'Complications of procedures' },
  window: '3y',
  unit: '‰',
  among: both(procedure.within('done_date'), procedure.isNot('kind', 'supplies')),
  which: procedure.is('complication', 'yes'),
});

export const reproductiveHealthServices = proportion({
  id: '10a',
  name: { zh: '规范生殖健康服务率', en: 'Women receiving standard reproductive health services' },
  window: 'stock',
  among: reproductiveAge,
  which: woman.is('rh_service', 'yes'),
});

export const menServed = proportion({
  id: '10b',
  name: { zh: '男性参与比例', en: 'Men among persons served' },
  window: 'year',
  among: service.within('date'),
  which: service.is('sex', 'male'),
  per: 'person_id',
});
