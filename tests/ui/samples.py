"""Sample screens by hand, as long and as short as real ones."""

from __future__ import annotations

from accessibility.phrase import NOTHING, Phrase
from accessibility.screen import (
    Action,
    Block,
    Choices,
    Fact,
    Field,
    Finding,
    Keypad,
    Notice,
    Option,
    Options,
    Paragraph,
    Progress,
    Row,
    Rows,
    Screen,
    Tile,
)

T = {
    "home": ("王阿姨，您好", "Hello, Mrs Wang", "王阿姨，您好"),
    "today": ("今天是 11 月 23 日，星期一", "Today is Monday, 23 November", "今天是 11 月 23 日，星期一"),
    "balance": ("我的余额", "My balance", "我的餘額"),
    "balance_hint": ("看看账上有多少钱", "See how much money I have", "看看帳上有多少錢"),
    "checkup": ("财富体检", "Wealth check-up", "財富體檢"),
    "checkup_hint": ("看看钱放得稳不稳", "See whether my money is safe", "看看錢放得穩不穩"),
    "see": ("看和听", "Seeing and hearing", "看和聽"),
    "see_hint": ("字大一点、声音大一点", "Larger words, louder voice", "字大一點、聲音大一點"),
    "goals": ("我的小目标", "My goals", "我的小目標"),
    "goals_hint": ("攒钱买自行车", "Saving for a bicycle", "存錢買腳踏車"),
    "back": ("返回", "Back", "返回"),
    "homepage": ("首页", "Home", "首頁"),
    "repeat": ("再说一遍", "Say again", "再說一遍"),
    "hide": ("遮住金额", "Hide amounts", "遮住金額"),
    "help": ("请人帮忙", "Get help", "請人幫忙"),
    "quieter": ("小声点", "Quieter", "小聲點"),
    "louder": ("大声点", "Louder", "大聲點"),
    "language": ("语言", "Language", "語言"),
    "aloud": ("念出金额", "Say amounts aloud", "唸出金額"),
    "leave": ("离开", "Leave", "離開"),
    "pause": ("停一下", "Pause", "停一下"),
    "elder": ("长辈版", "Large print", "長輩版"),
    "standard": ("标准版", "Standard", "標準版"),
    "youth": ("青少年版", "Youth", "青少年版"),
    "step": ("第 2 步，共 2 步", "Step 2 of 2", "第 2 步，共 2 步"),
    "account": ("活期账户，尾号 6222", "Current account ending 6222", "活期帳戶，尾號 6222"),
    "amount": ("12,345.60 元", "¥12,345.60", "12,345.60 元"),
    "words": (
        "一万二千三百四十五元六角",
        "twelve thousand three hundred and forty-five yuan sixty",
        "一萬二千三百四十五元六角",
    ),
    "pension": ("昨天收到养老金 3,860 元", "Yesterday your pension of ¥3,860 came in", "昨天收到養老金 3,860 元"),
    "spent": ("看看花在哪里", "Where it went", "看看花在哪裡"),
    "spent_hint": ("11 月的进出", "In and out in November", "11 月的進出"),
    "others": ("别的账户", "Other accounts", "別的帳戶"),
    "others_hint": ("还有 2 个", "2 more", "還有 2 個"),
    "caption": (
        "您的活期账户里有一万二千三百四十五元六角。",
        "Your current account holds the amount shown.",
        "您的活期帳戶裡有錢。",
    ),
    "rows": ("11 月的进出", "In and out in November", "11 月的進出"),
    "pension_row": ("养老金", "Pension", "養老金"),
    "in": ("11 月 22 日，收入", "22 November, money in", "11 月 22 日，收入"),
    "out": ("11 月 20 日，支出", "20 November, money out", "11 月 20 日，支出"),
    "market": ("和平路菜市场", "Heping Road market", "和平路菜市場"),
    "power": ("国家电网电费", "State Grid, electricity", "國家電網電費"),
    "clinic": ("省人民医院门诊部", "Provincial People's Hospital, outpatients", "省人民醫院門診部"),
    "earlier": ("更早的", "Earlier", "更早的"),
    "later": ("更近的", "Later", "更近的"),
    "position": ("第 2 页，共 4 页", "Page 2 of 4", "第 2 頁，共 4 頁"),
    "good": ("好", "Good", "好"),
    "watch": ("注意", "Look at this", "注意"),
    "act": ("要处理", "Do something", "要處理"),
    "unknown": ("不清楚", "Not clear", "不清楚"),
    "find1": ("应急的钱够用", "Money for emergencies", "應急的錢夠用"),
    "find1s": (
        "您手边随时能取的钱，够用八个月。",
        "The money you can take out at any time lasts eight months.",
        "您手邊隨時能取的錢，夠用八個月。",
    ),
    "find2": ("一家银行存得太多", "Too much in one bank", "一家銀行存得太多"),
    "find2s": (
        "超过五十万元的部分，存款保险不赔。",
        "Deposit insurance does not pay for what is above 500,000 yuan.",
        "超過五十萬元的部分，存款保險不賠。",
    ),
    "find2n": ("可以把一部分存到别的银行。", "You can keep a part at another bank.", "可以把一部分存到別的銀行。"),
    "why": ("为什么这么说", "Why is that?", "為什麼這麼說"),
    "reason": ("本行存款共 620,000 元", "Deposits at this bank: 620,000 yuan", "本行存款共 620,000 元"),
    "pin": ("请输入密码", "Enter your PIN", "請輸入密碼"),
    "pinq": ("六位数字。别让旁人看到。", "Six digits. Let nobody see them.", "六位數字。別讓旁人看到。"),
    "card": ("请刷卡或输入卡号", "Swipe your card, or type its number", "請刷卡或輸入卡號"),
    "ok": ("好了", "Done", "好了"),
    "correct": ("退一位", "Undo", "退一位"),
    "clear": ("清空", "Clear", "清空"),
    "wrong": (
        "卡号或密码不对，请再试一次。",
        "The card or the PIN is not right. Please try again.",
        "卡號或密碼不對，請再試一次。",
    ),
    "typed": ("已输入 {count} 位", "{count} digits entered", "已輸入 {count} 位"),
    "queue": ("已经帮您叫人了", "We have called a person", "已經幫您叫人了"),
    "queue_text": (
        "您前面还有 2 位，大约等 5 分钟。请坐着等，不用一直看屏幕。",
        "There are 2 people before you, about 5 minutes. Please sit down, you need not watch the screen.",
        "您前面還有 2 位，大約等 5 分鐘。",
    ),
    "coming": ("小李这就过来", "Li is on the way", "小李這就過來"),
    "coming_next": ("请在原地等一下。", "Please stay where you are.", "請在原地等一下。"),
    "cancel": ("不用帮忙了", "I no longer need help", "不用幫忙了"),
    "size": ("字的大小", "Text size", "字的大小"),
    "s1": ("标准", "Normal", "標準"),
    "s2": ("大", "Large", "大"),
    "s3": ("特大", "Largest", "特大"),
    "colour": ("颜色", "Colours", "顏色"),
    "c1": ("明亮", "Light", "明亮"),
    "c2": ("深色", "Dark", "深色"),
    "c3": ("黑白分明", "High contrast", "黑白分明"),
    "c4": ("暖色", "Warm", "暖色"),
    "speed": ("说话快慢", "Speed of the voice", "說話快慢"),
    "v1": ("慢", "Slow", "慢"),
    "v2": ("正常", "Normal", "正常"),
    "v3": ("快", "Fast", "快"),
    "search": ("找一笔", "Search", "找一筆"),
    "search_hint": ("店名或金额", "Shop or amount", "店名或金額"),
    "begin": ("开始", "Begin", "開始"),
    "begin_hint": ("点这里，或随便按个键", "Touch here, or press any key", "點這裡，或隨便按個鍵"),
    "in_sum": ("进来的钱", "Money in", "進來的錢"),
    "out_sum": ("出去的钱", "Money out", "出去的錢"),
    "each": ("一笔一笔看", "See each one", "一筆一筆看"),
    "before": ("前一个月", "The month before", "前一個月"),
    "after": ("后一个月", "The month after", "後一個月"),
    "day": ("11 月 21 日", "21 November", "11 月 21 日"),
    "wait": ("请稍等，正在向银行查询。", "One moment, we are asking the bank.", "請稍等，正在向銀行查詢。"),
    "up": ("往上看", "Back up", "往上看"),
    "down": ("往下看", "More below", "往下看"),
}
LANGS = ("zh_CN", "en", "zh_TW")


class Samples:
    """Sample screens in one language and mode."""

    def __init__(self, lang: str = "zh_CN", mode: str = "elder") -> None:
        self.lang, self.mode = lang, mode

    def p(self, key: str, *, private: bool = False) -> Phrase:
        return Phrase(T[key][LANGS.index(self.lang)], private=private)

    def actions(self, *, leave: bool = True, aloud: bool = False, **missing: bool) -> tuple[Action, ...]:
        wanted = [
            ("back", "back", "arrow-left"),
            ("home", "homepage", "house"),
            ("repeat", "repeat", "arrow-counter-clockwise"),
            ("hide", "hide", "eye-slash"),
            ("help", "help", "hand-waving"),
            ("quieter", "quieter", "speaker-low"),
            ("louder", "louder", "speaker-high"),
            ("language", "language", "translate"),
            ("mode", self.mode, "swap"),
            ("leave", "leave", "sign-out"),
            ("aloud", "aloud", "ear"),
            ("pause", "pause", "pause"),
        ]
        return tuple(
            Action(place, self.p(word), icon, place, enabled=missing.get(place, True))
            for place, word, icon in wanted
            if (place != "leave" or leave) and (place != "aloud" or aloud)
        )

    def screen(
        self, key: str, heading: str, *blocks: Block, quiet: str = "", step: str = "", focus: str = ""
    ) -> Screen:
        return Screen(
            key,
            self.lang,
            self.mode,
            self.p(heading),
            self.p(quiet) if quiet else NOTHING,
            self.p(step) if step else NOTHING,
            blocks,
            self.actions(leave=key != "welcome", aloud=any(isinstance(block, Fact) for block in blocks)),
            focus=focus,
        )

    def home(self) -> Screen:
        tiles = [
            Tile("open:balances", self.p("balance"), self.p("balance_hint"), "wallet", filled=True),
            Tile("open:checkup", self.p("checkup"), self.p("checkup_hint"), "heartbeat"),
            Tile("open:see", self.p("see"), self.p("see_hint"), "text-aa"),
        ]
        if self.mode == "youth":
            tiles[1] = Tile("open:goals", self.p("goals"), self.p("goals_hint"), "plant")
        return self.screen("home", "home", Choices(tuple(tiles)), quiet="today")

    def balance(self) -> Screen:
        fact = Fact(
            self.p("account"),
            self.p("amount", private=True),
            self.p("words", private=True),
            self.p("pension", private=True),
            large=True,
        )
        tiles = (
            Tile("open:spent", self.p("spent"), self.p("spent_hint"), "list-bullets"),
            Tile("open:others", self.p("others"), self.p("others_hint"), "bank"),
        )
        return self.screen("balances.account", "balance", fact, Choices(tiles), step="step")

    def accounts(self) -> Screen:
        rows = tuple(
            Row(self.p("account"), value=self.p("amount", private=True), icon="bank", action=f"open:{n}")
            for n in range(3)
        )
        return self.screen("balances", "balance", Paragraph(self.p("balance_hint"), "lead"), Rows(rows), step="step")

    def transactions(self) -> Screen:
        rows = (
            Row(self.p("pension_row"), self.p("in"), Phrase("+3,860.00"), "in", action="tx:1"),
            Row(self.p("market"), self.p("out"), Phrase("−46.80"), "out", action="tx:2"),
            Row(self.p("power"), self.p("out"), Phrase("−213.45"), "out", action="tx:3"),
            Row(self.p("clinic"), self.p("out"), Phrase("−1,280.00"), "out", action="tx:4"),
        )
        later, earlier = Action("later", self.p("later")), Action("earlier", self.p("earlier"), enabled=False)
        search = (
            Field(
                "search",
                self.p("search"),
                "",
                self.p("search_hint"),
                accept=Action("find", self.p("search"), "magnifying-glass"),
            ),
        )
        block = Rows(rows, earlier=earlier, later=later, position=self.p("position"))
        return self.screen(
            "balances.transactions", "rows", *(search if self.mode == "standard" else ()), block, step="step"
        )

    def checkup(self, count: int = 4) -> Screen:
        findings = (
            Finding("good", self.p("good"), self.p("find1"), self.p("find1s")),
            Finding(
                "act",
                self.p("act"),
                self.p("find2"),
                self.p("find2s"),
                self.p("find2n"),
                Action("why:2", self.p("why"), "question"),
                (self.p("reason"),),
            ),
            Finding("watch", self.p("watch"), self.p("find2"), self.p("find2s"), self.p("find2n")),
            Finding(
                "unknown",
                self.p("unknown"),
                self.p("find1"),
                self.p("find1s"),
                action=Action("why:4", self.p("why"), "question"),
            ),
        )
        return self.screen("checkup", "checkup", *findings[:count], step="step")

    def pin(self, *, secret: bool = True, error: bool = False) -> Screen:
        pad = Keypad(
            "pin" if secret else "card",
            self.p("pin" if secret else "card"),
            Action("enter", self.p("ok"), "check"),
            secret,
            6 if secret else 0,
            error=self.p("wrong") if error else NOTHING,
            clear=self.p("clear"),
            correct=self.p("correct"),
            typed=self.p("typed"),
        )
        return self.screen("sign_in.pin" if secret else "sign_in.card", "pin" if secret else "card", pad, quiet="pinq")

    def queue(self) -> Screen:
        return self.screen(
            "help.queue",
            "queue",
            Notice(self.p("coming"), "good", self.p("coming_next")),
            Paragraph(self.p("queue_text"), "lead"),
            Choices((Tile("cancel", self.p("cancel"), icon="x-circle"),)),
        )

    def settings(self) -> Screen:
        def options(label: str, *keys: str) -> Options:
            return Options(self.p(label), tuple(Option(f"set:{key}", self.p(key), key == keys[0]) for key in keys))

        return self.screen(
            "seeing_hearing",
            "see",
            options("size", "s1", "s2", "s3"),
            options("colour", "c1", "c2", "c3", "c4"),
            options("speed", "v2", "v1", "v3"),
        )

    def trouble(self) -> Screen:
        return self.screen(
            "trouble",
            "queue",
            Notice(self.p("wrong"), "error", self.p("coming_next"), Action("again", self.p("ok"), "arrow-right")),
            Progress(self.p("wait"), 0.4),
        )

    def welcome(self) -> Screen:
        tiles = (
            Tile("lang:zh_CN", Phrase("简体中文", lang="zh_CN"), self.p("ok"), "hand-waving", filled=True),
            Tile("lang:zh_TW", Phrase("繁體中文", lang="zh_TW"), icon="translate", selected=False),
            Tile("lang:en", Phrase("English", lang="en"), icon="translate", selected=True),
        )
        return self.screen("welcome", "home", Paragraph(self.p("queue_text"), "lead"), Choices(tiles), quiet="today")

    def begin(self) -> Screen:
        """The first page: one thing to do, and quiet choices under it."""
        names = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
        languages = tuple(
            Tile(f"language:{lang}", Phrase(name, lang=lang), icon="globe", selected=lang == self.lang)
            for lang, name in names.items()
        )
        begin = Tile("begin", self.p("begin"), self.p("begin_hint"), "hand-tap", filled=True)
        return self.screen("begin", "home", Choices((begin,)), Choices(languages, columns=3), quiet="today")

    def month(self) -> Screen:
        """The sums of a month; in standard mode with the search and the list, day by day."""
        sums = (Fact(self.p("in_sum"), self.p("amount")), Fact(self.p("out_sum"), self.p("amount")))
        tiles = (
            Tile("each", self.p("each"), self.p("others_hint"), "list-bullets", filled=True),
            Tile("month:-1", self.p("before"), self.p("day"), "caret-left"),
            Tile("month:+1", self.p("after"), self.p("day"), "caret-right"),
        )
        if self.mode != "standard":
            return self.screen("balances.month", "rows", *sums, Choices(tiles), quiet="account")
        rows = tuple(Row(self.p("market"), self.p("pension_row"), Phrase("−46.80"), "out") for _ in range(2))
        days = [Rows(rows, heading=self.p("day")) for _ in range(3)]
        last = Rows(rows, heading=self.p("day"), later=Action("next", self.p("earlier")), position=self.p("position"))
        accept = Action("find", self.p("search"), "magnifying-glass")
        search = Field("search", self.p("search"), "", self.p("search_hint"), accept=accept)
        return self.screen("balances.month", "rows", *sums, search, *days, last, Choices(tiles[1:]), quiet="account")

    def finding(self) -> Screen:
        """One finding alone with what it leads to."""
        talk = Action("talk", self.p("help"), "chat-circle-dots", kind="primary")
        finding = Finding("act", self.p("act"), self.p("find2"), self.p("find2s"), self.p("find2n"), talk)
        tiles = (Tile("why", self.p("why"), icon="question"), Tile("next", self.p("later"), icon="arrow-right"))
        return self.screen("checkup.finding", "checkup", finding, Choices(tiles), step="step")

    def sizes(self) -> Screen:
        """One setting alone."""
        values = tuple(Option(f"size:{key}", self.p(key), key == "s2") for key in ("s1", "s2", "s3", "v1", "v2"))
        return self.screen("seeing_hearing.text_size", "size", Options(self.p("size"), values))

    def facts(self) -> Screen:
        blocks = [Fact(self.p("account"), self.p("amount"), note=self.p("pension")) for _ in range(4)]
        return self.screen("facts", "balance", *blocks, quiet="today")

    def all(self) -> list[Screen]:
        return [
            self.home(),
            self.balance(),
            self.accounts(),
            self.transactions(),
            self.checkup(),
            self.pin(),
            self.pin(secret=False, error=True),
            self.queue(),
            self.settings(),
            self.trouble(),
            self.welcome(),
            self.facts(),
            self.begin(),
            self.month(),
            self.finding(),
            self.sizes(),
        ]
