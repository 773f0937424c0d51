import { both } from './condition.ts';
import { proportion } from './measure.ts';
import { type FieldOf, on } from './on.ts';

const survey = on('surveys');

export const satisfaction = proportion({
  id: '2',
  name: { zh: '群众满意率', en: 'Satisfaction of the public' },
  window: 'year',
  among: both(survey.within('date'), survey.is('group', 'public', 'reproductive_age'), survey.answered('satisfied')),
  which: survey.is('satisfied', 'yes'),
});

export const cadreKnowledge = proportion({
  id: '11',
  name: { zh: '计生干部知识知晓率', en: 'Knowledge among cadres' },
  window: 'year',
  among: asked('cadre', 'cadre_knowledge'),
  which: survey.is('cadre_knowledge', 'yes'),
});

export const knowledgeOfRights = proportion({
  id: '12a',
  name: { zh: '基本权利知晓率', en: 'Knowledge of rights' },
  window: 'year',
  among: asked('reproductive_age', 'rights'),
  which: survey.is('rights', 'yes'),
});

export const knowledgeOfReproductiveHealth = proportion({
  id: '12b',
  name: { zh: '生殖健康知识知晓率', en: 'Knowledge of reproductive health' },
  window: 'year',
  among: asked('reproductive_age', 'rh_knowledge'),
  which: survey.is('rh_knowledge', 'yes'),
});

export const knowledgeOfMethods = proportion({
  id: '12c',
  name: { zh: '避孕方法知识知晓率', en: 'Knowledge of contraceptive methods' },
  window: 'year',
  among: asked('reproductive_age', 'method_knowledge'),
  which: survey.is('method_knowledge', 'yes'),
});

function asked(group: 'cadre' | 'reproductive_age', question: FieldOf<'surveys', 'yesno'>) {
  return both(survey.within('date'), survey.is('group', group), survey.answered(question));
}
