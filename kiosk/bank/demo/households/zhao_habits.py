"""How the Zhao family spends: his, hers, the child's."""

from __future__ import annotations

from kiosk.bank.demo.chronicle import GAS_SEASONS, POWER_SEASONS, Bill, Habit, Shop, shops, weekdays

HIS = (
    Habit("meal", weekdays(0.85, 0.25), (11, 14), (15, 26, 58),
          shops("快捷支付", "高新食府", "老麻抄手", "蓉城简餐", "渝乡小面"), 50),
    Habit("transport", weekdays(0.14, 0.12), (7, 20), (180, 260, 380), shops("消费", "中国石化高新站"), 100),
    Habit("transport", weekdays(0.3, 0.3), (8, 20), (5, 10, 25), shops("快捷支付", "锦城停车"), 100),
    Habit("shop", weekdays(0.08, 0.2), (12, 22), (35, 120, 520), shops("网上支付", "云集市", "数码优选"), festive=True),
    Habit("meal", weekdays(0.03, 0.3), (17, 21), (120, 220, 480), shops("消费", "蓉和火锅", "江湖烤鱼", "川味人家"),
          100, festive=True),
    Habit("leisure", weekdays(0.03, 0.15), (9, 20), (30, 80, 300), shops("快捷支付", "羽毛球馆", "星光影城"), 100),
    Habit("hospital", weekdays(0.012, 0), (8, 12), (60, 180, 520), shops("医保结算后自付", "市第一人民医院")),
)  # fmt: skip
HIS_BILLS = (
    Bill("utilities", 6, (460, 460), Shop("代扣物业费 天府家园物业", "天府家园物业"), every=3, phase=1),
    Bill("phone", 3, (169, 189), Shop("代扣话费宽带 中国电信", "中国电信")),
    Bill("insurance", 22, (3_980, 3_980), Shop("车险年费 安和财险", "安和财险"), every=12, phase=5, hours=(9, 17)),
)  # fmt: skip
HERS = (
    Habit("market", weekdays(0.35, 0.75), (17, 20), (18, 48, 130),
          shops("快捷支付", "天府菜市场", "鲜果时光", "李姐卤菜"), 10, festive=True),
    Habit("shop", weekdays(0.22, 0.45), (12, 21), (35, 110, 380),
          shops("消费", "惠民超市天府店", "鲜达生鲜", "童心文具店"), festive=True),
    Habit("shop", weekdays(0.1, 0.12), (20, 23), (49, 140, 560), shops("网上支付", "云集市", "美衣坊"), 10),
    Habit("meal", weekdays(0.45, 0.15), (11, 14), (14, 24, 48), shops("快捷支付", "书香食堂", "轻食时光", "钟记抄手"),
          50),
    Habit("transport", weekdays(0.75, 0.15), (7, 9), (3, 4, 6), shops("快捷支付", "成都地铁"), 50),
    Habit("pharmacy", weekdays(0.02, 0.03), (10, 20), (18, 56, 160), shops("消费", "康宁大药房天府店"), 10),
    Habit("leisure", weekdays(0.02, 0.1), (10, 20), (39, 90, 260), shops("消费", "新知书店", "瑜伽小馆"), 100),
)  # fmt: skip
HER_BILLS = (
    Bill("utilities", 8, (130, 190), Shop("代扣电费 国网电力", "国网电力"), seasons=POWER_SEASONS),
    Bill("utilities", 12, (56, 88), Shop("代扣燃气费 城市燃气", "城市燃气"), seasons=GAS_SEASONS),
    Bill("utilities", 16, (80, 120), Shop("代扣水费 自来水公司", "自来水公司"), every=2),
    Bill("phone", 4, (89, 99), Shop("代扣话费 中国移动", "中国移动")),
    Bill("children", 19, (2_080, 2_280), Shop("钢琴课 数学课", "启明教育"), hours=(18, 20)),
    Bill("school", 2, (380, 420), Shop("校园餐费", "市第七中学"), hours=(8, 10)),
)  # fmt: skip
CHILDS = (
    Habit("meal", weekdays(0.4, 0.45), (16, 19), (6, 14, 26),
          shops("快捷支付", "茶小满奶茶", "校门口小吃", "阿姨饭团"), 50),
    Habit("transport", weekdays(0.6, 0.15), (7, 8), (2, 2, 2), shops("快捷支付", "成都公交"), 100,
          festive=True, rests=(7, 8)),
    Habit("shop", weekdays(0.08, 0.2), (15, 19), (5, 18, 60), shops("快捷支付", "童心文具店", "晨曦书店"), 50),
    Habit("leisure", weekdays(0, 0.1), (13, 18), (20, 38, 70), shops("快捷支付", "星光影城", "城市溜冰场"), 100),
)  # fmt: skip
