"""Faults of texts: translations, and words that mean something else in YAML."""

from tests.catalog.broken_copies import DATA_TRUST, FERRY_LINE, Fault

VE = f"{DATA_TRUST}/value_exchange.yaml"
HEAD = f"{DATA_TRUST}/instrument.yaml"
BOOKING = f"{FERRY_LINE}/booking.yaml"
CROSSING = f"{FERRY_LINE}/crossing.yaml"
FERRY_HEAD = f"{FERRY_LINE}/instrument.yaml"

TEXTS = [
    Fault(
        "a translation is missing",
        VE,
        "          en: A clear benefit with every request\n          zh: 索取时讲清回报\n",
        "          en: A clear benefit with every request\n",
        "dimensions[0].items[0].title.zh",
        "is missing",
        above=1,
    ),
    Fault(
        "a translation is blank",
        VE,
        "          en: Value that arrives promptly\n",
        "          en: '  '\n",
        "dimensions[0].items[1].title.en",
        "is empty",
    ),
    Fault(
        "a text has a third language",
        VE,
        "          en: Fairness checked with customers\n",
        "          fr: Équité vérifiée\n          en: Fairness checked with customers\n",
        "dimensions[0].items[2].title.fr",
        "is not a known key",
        at="fr: Équité vérifiée",
    ),
    Fault(
        "a text has no languages",
        VE,
        "        title:\n          en: Every field has a reason\n          zh: 每个字段都有理由\n",
        "        title: Every field has a reason\n",
        "dimensions[1].items[0].title",
        "must be a text in both languages, en and zh, not 'Every field has a reason'",
    ),
    Fault(
        "a control character came in",
        VE,
        "          en: Asking at the right moment\n",
        '          en: "Asking at the right\\x07 moment"\n',
        "dimensions[1].items[1].title.en",
        "has the control character U+0007",
    ),
    Fault(
        "two options read the same",
        CROSSING,
        "              en: A year at most\n",
        "              en: A month at most\n              # not a year\n",
        "dimensions[2].items[0].options[1].text.en",
        "reads the same as another option",
        at="en: A month at most",
    ),
]


YAML_WORDS = [
    Fault(
        "No became false",
        BOOKING,
        '              en: "No"\n',
        "              en: No\n",
        "dimensions[0].items[0].options[0].text.en",
        "reads as false in YAML: a word such as No or Yes needs quotes",
    ),
    Fault(
        "Yes became true",
        BOOKING,
        '              en: "Yes"\n',
        "              en: Yes\n",
        "dimensions[0].items[0].options[2].text.en",
        "reads as true in YAML: a word such as No or Yes needs quotes",
    ),
    Fault(
        "a text that begins with # became empty",
        CROSSING,
        "          en: No tracking on deck\n",
        "          en: #1 rule on deck\n",
        "dimensions[0].items[0].title.en",
        "is empty: text that begins with # or is null needs quotes",
    ),
    Fault(
        "a text with # in it was cut off",
        CROSSING,
        "          en: Camera signs\n",
        "          en: Camera #1 signs\n",
        "dimensions[0].items[1].title.en",
        "is cut off by a # after a space: put all of it in quotes",
    ),
    Fault(
        "a source with # in it was cut off",
        FERRY_HEAD,
        "  logbook: 'Harbour office (2025). Logbook of the fictional ferry line.'\n",
        "  logbook: Harbour office (2025). Rule # 1 of the fictional ferry line.\n",
        "sources.logbook",
        "is cut off by a # after a space: put all of it in quotes",
    ),
    Fault(
        "a control code became a number",
        VE,
        "          pipl: ['17']\n",
        "          pipl: [7.10]\n",
        "dimensions[0].items[0].mapped_controls.pipl[0]",
        "reads as the number 7.1 in YAML: put it in quotes",
    ),
    Fault(
        "a time became a number",
        CROSSING,
        "          en: Complaints are not lost\n",
        "          en: 12:30\n",
        "dimensions[1].items[0].title.en",
        "reads as the number 750 in YAML: put it in quotes",
    ),
    Fault(
        "a day became a date",
        HEAD,
        "  gdpr: Regulation (EU) 2016/679 (General Data Protection Regulation).\n",
        "  gdpr: 2016-04-27\n",
        "sources.gdpr",
        "reads as a date in YAML: put it in quotes",
    ),
    Fault(
        "a version became a number",
        FERRY_HEAD,
        "version: 1.0.0\n",
        "version: 1.0\n",
        "version",
        "reads as the number 1.0 in YAML: put it in quotes",
    ),
    Fault(
        "a key became true",
        FERRY_HEAD,
        "  logbook:",
        "  yes: A source.\n  logbook:",
        "sources",
        "the key yes reads as bool in YAML: put it in quotes",
        at="yes: A source.",
    ),
]
