"""The counts of a register of women as somebody at home in pandas would make them: six columns read, the rest left."""
import json
import sys

import pandas

path = sys.argv[1]
columns = ['村名', '妇女编号', '出生日期', '婚姻状况', '避孕方法', '接受规范生殖健康服务']
married = {'初婚': 1.0, '再婚': 1.0, '未婚': 0.0, '离婚': 0.0, '丧偶': 0.0}
uses = {word: 1.0 for word in ['宫内节育器', '避孕套', '女扎', '药具', '皮下埋植', '口服药']} | {'无': 0.0, '待孕': 0.0}

women = pandas.read_csv(path, dtype=str, usecols=columns, keep_default_na=False, encoding='utf-8-sig')
everyone = len(women)
women = women.drop_duplicates(['村名', '妇女编号'])
born = pandas.to_datetime(women['出生日期'], format='%Y-%m-%d', errors='coerce')
in_age = (born > pandas.Timestamp(1975, 6, 30)) & (born <= pandas.Timestamp(2010, 6, 30))  # no one without a birthday
is_married = women['婚姻状况'].map(married)
method = women['避孕方法'].map(uses)
served = women['接受规范生殖健康服务'].map({'是': 1.0, '否': 0.0})
wives = in_age & (is_married == 1.0)
counts = pandas.DataFrame(
    {
        '8a n': wives & (method == 1.0),
        '8a d': wives & method.notna(),
        '10a n': in_age & (served == 1.0),
        '10a d': in_age & served.notna(),
        '15c a': wives,
    }
).groupby(women['村名']).sum()
villages = {name: [int(number) for number in row] for name, row in zip(counts.index, counts.to_numpy())}
print(json.dumps({'duplicates': everyone - len(women), 'villages': villages}))
