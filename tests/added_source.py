"""A further source of outside evidence, as somebody adds one to the data folder."""

from pathlib import Path

TABLE = "shop_returns_2025.csv"
CSV = """\
shop_type,percent_returning,asked
bookshops,42,200
flower shops,,150
<b>kiosks</b>,17.5,90
"""
BLOCK = """\
  - file: shop_returns_2025.csv
    columns: [shop_type, percent_returning, asked]
    rows: 3
    bars:
      label: shop_type
      value: percent_returning
      unit:
        en: '% of customers asked'
        zh: '% 受访顾客'
    title:
      en: Customers who would return
      zh: 愿意再次光顾的顾客
    publisher:
      en: A town made up for tests
      zh: 测试用的虚构城镇
    year:
      en: '2025'
      zh: 2025 年
    n:
      en: 440 customers
      zh: 440 位顾客
    geography:
      en: one town
      zh: 一个城镇
    licence:
      en: CC0
      zh: CC0
    changed:
      en: None.
      zh: 无。
    limits:
      en: Made up.
      zh: 虚构数据。
    names:
      bookshops:
        en: Bookshops
        zh: 书店
      asked:
        en: People asked
        zh: 受访人数
"""


def add_source(data: Path, *, csv: str = CSV, block: str = BLOCK, name: str = TABLE) -> None:
    """Put the table into a data folder and its block below the others."""
    (data / name).write_text(csv, "utf-8")
    provenance = data / "provenance.yaml"
    provenance.write_text(provenance.read_text("utf-8") + block, "utf-8")
