import { type PublishedList, policyInTheYear } from '../profile.ts';

export const districtOutreach: PublishedList = {
  title: {
    zh: '社区计划生育协会范文 · 篇12（目标）',
    en: 'Model texts of community family-planning associations · text 12 (targets)',
  },
  windows: policyInTheYear,
  thresholds: {
    '2': ['>= 95%', '群众满意率'],
    '8a': ['>= 88%', '综合避孕率'],
    '9b': ['= 100%', '育龄妇女随访率'],
    '9c': ['= 100%', '育龄妇女随访率'],
    '12a': ['>= 95%', '法律法规、基础知识知晓率'],
    '12b': ['>= 95%', '法律法规、基础知识知晓率'],
    '12c': ['>= 95%', '法律法规、基础知识知晓率'],
    '14b': ['>= 95%', '流动人口计划生育管理服务率'],
  },
};
