/** The registers, columns and words of the guide to the ledger, copied from its tables: what the code is held to. */
export const registerTable = `
villages | 村情, 村基本情况, 村情况一览表, villages | code* 村代码 text · name* 村名 text · town 乡镇 text · population 总人口 int · married_women 已婚育龄妇女人数 int · planned_births 人口计划出生数 int · informed_choice 规范开展知情选择 yesno · self_governance 实行村民自治 yesno
women | 育龄妇女, 育龄妇女登记册, 已婚育龄妇女登记册, 育龄妇女花名册, women | id 妇女编号 text · birth_date* 出生日期 date · marital* 婚姻状况 marital · method* 避孕方法 method · method_date 落实日期 date · rh_service 接受规范生殖健康服务 yesno
births | 出生, 出生登记册, 生育登记册, 出生花名册, births | id 出生编号 text · mother_id 母亲编号 text · birth_date* 出生日期 date · sex* 性别 sex · parity* 孩次 parity · policy* 政策属性 policy
procedures | 节育, 节育登记册, 节育措施落实登记册, 手术登记册, procedures | id 手术编号 text · woman_id 妇女编号 text · kind* 项目 procedure · due_date 应落实日期 date · done_date* 落实日期 date · complication 并发症 yesno
followups | 随访, 随访登记册, followups | id 随访编号 text · woman_id 妇女编号 text · kind* 随访类别 followup · due_date* 应随访日期 date · done_date* 随访日期 date · standard 是否规范 yesno
services | 服务, 服务登记册, 生殖健康服务登记册, services | id 服务编号 text · person_id 服务对象编号 text · date* 服务日期 date · sex 性别 sex · item* 服务项目 service · free 是否免费 yesno
surveys | 调查, 问卷调查, 满意度调查, surveys | id 问卷编号 text · date* 调查日期 date · group* 调查对象 group · satisfied 满意 satisfaction · rights 权利知晓 yesno · rh_knowledge 生殖健康知识知晓 yesno · method_knowledge 避孕方法知识知晓 yesno · cadre_knowledge 基本知识知晓 yesno
benefits | 奖励优惠, 优惠政策登记册, 奖励兑现, benefits | id 兑现编号 text · item 奖励项目 text · due_date* 应兑现日期 date · amount_due* 应兑现金额 money · amount_paid* 实兑现金额 money
migrants | 流动人口, 流动人口登记册, migrants | id 流动人口编号 text · direction* 流向 direction · certificate 婚育证明 yesno · served 享受服务 yesno
petitions | 信访, 信访登记簿, petitions | id 信访编号 text · received* 受理日期 date · first_visit 初信初访 yesno · due_date* 办结期限 date · closed_date* 结案日期 date
incidents | 事件, 事件登记册, incidents | id 事件编号 text · date* 发生日期 date · kind* 事件类别 incident
reports | 信息报送, 报表报送登记, reports | id 报表编号 text · report 报表名称 text · due_date* 应报日期 date · submitted* 上报日期 date
audits | 核查, 统计核查, audits | id 核查编号 text · date* 核查日期 date · checked* 核查项数 int · correct* 正确项数 int
staff | 工作人员, 计生工作人员, staff | id 人员编号 text · level 级别 text · pay_due* 应发报酬 money · pay_paid* 实发报酬 money
funding | 经费, 事业经费, funding | year* 年度 int · in_budget 纳入财政预算 yesno · amount* 投入金额 money · population* 总人口 int · standard* 省定人均标准 money
counts | 指标数据, 汇总, counts | measure* 指标代号 text · numerator* 分子 decimal · denominator 分母 decimal
`;

export const headerTable = `
village | 村名称, 村居名称, 村别, 所属村, 村委会, 居委会, 社区, 行政村, village
women.id, woman_id, mother_id | 育龄妇女编码, 妇女编码, 人员编码, 档案号; for mother_id also 母亲编码
birth_date | 出生年月日, 出生时间, 出生年月, 生日; in women also 女方出生日期; in births also 婴儿出生日期, 生育日期, 分娩日期, 小孩出生日期
sex | 婴儿性别, 孩子性别
parity | 第几孩, 几孩 (not 胎次: that counts pregnancies)
policy | 计划内外, 计划内/计划外, 政策内外, 是否符合政策, 是否计划内, 计内计外
marital | 婚况, 婚姻, 婚姻情况
method | 避孕措施, 节育措施, 避孕节育措施, 避孕状况, 现用措施
method_date, procedures.done_date | 措施日期, 落实措施日期, 采取日期; in procedures also 手术日期, 施术日期
rh_service | 生殖健康服务, 规范服务
procedures.kind | 手术名称, 手术类别, 手术项目, 措施
complication | 手术并发症, 有无并发症
free | 免费, 收费情况
followups.done_date | 访视日期, 随访时间
certificate | 发证, 办证, 持证, 是否持证
direction | 流动方向, 流动性质
closed_date | 办结日期
submitted | 报送日期, 报告日期
`;

export const codeTable = `
yesno | **yes**: 是 有 对 √ ✓ ✔ Y YES TRUE 1 已 合格 落实 已落实 达标 规范 免费 知晓 知道 · **no**: 否 无 没有 × ✗ ✘ X N NO FALSE 0 未 不合格 未落实 不达标 不规范 收费 不知晓 不知道
satisfaction | **yes**: 很满意 非常满意 满意 基本满意, and every yes word · **no**: 一般 不满意 很不满意, and every no word
sex | **male**: 男 男性 男孩 男婴 M MALE 1 · **female**: 女 女性 女孩 女婴 F FEMALE 2 · unknown: 0 9 未知 未说明
marital | **married**: 已婚 初婚 再婚 复婚 在婚 有配偶 20 21 22 23 · **unmarried**: 未婚 10 · **divorced**: 离婚 离异 40 · **widowed**: 丧偶 30 · unknown: 90 未说明
method | **iud**: 宫内节育器 上环 放环 环 节育器 含铜环 IUD · **female_sterilisation**: 女扎 女结扎 女性绝育 输卵管结扎 · **male_sterilisation**: 男扎 男性绝育 输精管结扎 · **implant**: 皮下埋植 皮埋 · **pill_injection**: 口服及注射避孕药 口服药 避孕药 打针 避孕针 · **condom**: 避孕套 安全套 · **external**: 外用药 避孕栓 避孕膜 · **supplies**: 药具 · **sterilisation**: 结扎 绝育 (whose is not said) · **other**: 其他 其它 安全期 · **none**: 无 未避孕 未采取 未落实 无措施 取环 待孕 现孕 怀孕 孕期 产后 哺乳期 不孕 绝经
parity | optional 第, then 一…九 or digits, then optional 孩 or 胎 and 及以上: 2, 二孩, 第2孩, 五孩及以上; 头孩 = 1; **多孩** = 3; 0 is invalid
policy | **in**: 政策内 计划内 计内 符合 符合政策, and every yes word · **out**: 政策外 计划外 计外 不符合 不符合政策, and every no word
procedure | **iud_insertion**: 放环 上环 放置宫内节育器 放置节育器 · **iud_removal**: 取环 取出宫内节育器 取器 · **implant_insertion**: 皮埋 皮下埋植 放置皮埋 · **implant_removal**: 取皮埋 取出皮埋 · **female_sterilisation**, **male_sterilisation**: as in method · **termination**: 人流 人工流产 药物流产 药流 引产 · **supplies**: 药具 领取药具 发放药具 · **other**: 其他 其它
followup | **postoperative**: 术后 术后随访 手术随访 · **supplies**: 药具 药具随访
service | basic items: **supplies**: 药具 发放药具 · **pregnancy_iud_check**: 孕环检 孕情检查 环情检查 查环查孕 · **iud**: 放环 取环 · **implant**: 皮埋 · **sterilisation**: 结扎 女扎 男扎 绝育 · **termination**: 人流 引产 · **complication_care**: 并发症诊治 · **reversal**: 复通 — other items: **rh_exam**: 妇检 妇女病普查 生殖健康检查 · **counselling**: 咨询 · **lecture**: 讲座 培训 · **other**: 其他 其它
group | **public**: 群众 一般群众 · **reproductive_age**: 育龄群众 育龄妇女 育妇 · **cadre**: 计生干部 干部
direction | **out**: 流出 外出 · **in**: 流入 暂住
incident | **sex_determination**: 非法鉴定胎儿性别 · **sex_selective_termination**: 选择性别终止妊娠 · **technical_accident**: 技术服务事故 · **unlawful_act**: 违法行政行为 · **malignant**: 恶性事件 · **mass**: 群体性事件
`;

export const emptyLine = String.raw`空, -, —, ——, /, \, N/A, NA, 暂无`;
export const unknownLine = '不详, 未知, 待查';
