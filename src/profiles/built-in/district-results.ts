import { type PublishedList, policyInTheYear } from '../profile.ts';

export const districtResults: PublishedList = {
  title: {
    zh: '社区计划生育协会范文 · 篇11（完成情况）',
    en: 'Model texts of community family-planning associations · text 11 (results)',
  },
  windows: policyInTheYear,
  thresholds: {
    '1b': ['>= 98%', '计划生育率'],
    '1c': ['<= 0.5%', '多孩控制率'],
    '3a': ['= 100%', '奖扶金及时到位率'],
    '3b': ['= 100%', '奖扶金及时到位率'],
    '7a': ['103..107', '出生性别比在正常值范围内'],
    '15b': ['>= 97%', '统计准确率'],
  },
};
