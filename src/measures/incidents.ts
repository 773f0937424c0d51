import { both } from './condition.ts';
import { count } from './measure.ts';
import type { CodeIn } from './on.ts';
import { on } from './on.ts';

const incident = on('incidents');

export const sexSelection = count({
  id: '7b',
  name: { zh: '非法鉴定和选择性别终止妊娠', en: 'Sex determination and sex-selective terminations' },
  window: '3y',
  among: incidents('sex_determination', 'sex_selective_termination'),
});

export const technicalAccidents = count({
  id: '9d',
  name: { zh: '技术服务事故', en: 'Technical accidents' },
  window: '3y',
  among: incidents('technical_accident'),
});

export const unlawfulActs = count({
  id: '13a',
  name: { zh: '违法行政行为', en: 'Unlawful administrative acts' },
  window: '3y',
  among: incidents('unlawful_act'),
});

export const malignantIncidents = count({
  id: '13c',
  name: { zh: '恶性、群体性事件', en: 'Malignant and mass incidents' },
  window: 'year',
  among: incidents('malignant', 'mass'),
});

function incidents(...kinds: readonly CodeIn<'incidents', 'kind'>[]) {
  return both(incident.within('date'), incident.is('kind', ...kinds));
}
