"""Faults of ids, of what refers to them, of keys and of codes."""

from tests.catalog.broken_copies import DATA_TRUST, FERRY_LINE, Fault

VE = f"{DATA_TRUST}/value_exchange.yaml"
DU = f"{DATA_TRUST}/data_use.yaml"
ST = f"{DATA_TRUST}/stewardship.yaml"
HEAD = f"{DATA_TRUST}/instrument.yaml"
BOOKING = f"{FERRY_LINE}/booking.yaml"
CROSSING = f"{FERRY_LINE}/crossing.yaml"
CASES = "data/cases.yaml"

IDS = [
    Fault(
        "an id is used twice in one file",
        VE,
        "      - id: VE3.2\n",
        "      - id: VE3.1\n        # once more\n",
        "dimensions[2].items[1].id",
        "VE3.1 is used twice (also value_exchange.yaml:",
        at="- id: VE3.1",
    ),
    Fault(
        "an id is used twice in two files",
        DU,
        "      - id: DU3.3\n",
        "      - id: VE1.1\n",
        "dimensions[2].items[2].id",
        "VE1.1 is used twice (also value_exchange.yaml:",
    ),
    Fault(
        "an id has a space",
        DU,
        "      - id: DU3.2\n",
        "      - id: DU 3.2\n",
        "dimensions[2].items[1].id",
        "must begin with a letter and have at most 40 letters, digits, _, . and -, not 'DU 3.2'",
    ),
    Fault(
        "a source is unknown",
        VE,
        "        sources: [siegelgale, morey2015, trustid2022]\n",
        "        sources: [siegelgale, morey2051, trustid2022]\n",
        "dimensions[0].items[1].sources[1]",
        "morey2051 is not among the instrument's sources",
    ),
    Fault(
        "a case names an unknown dimension",
        CASES,
        "    dimensions: [VE1, VE3]\n",
        "    dimensions: [VE1, VE9]\n",
        "cases[0].dimensions[1]",
        "VE9 is not among the dimensions of data-trust@1.0.0",
    ),
    Fault(
        "a case is there twice",
        CASES,
        "  - id: smart-speakers\n",
        "  - id: mckinsey-reports\n    note:\n      en: Twice.\n      zh: 两次。\n",
        "cases[1].id",
        "mckinsey-reports is used twice",
        at="- id: mckinsey-reports",
    ),
    Fault(
        "a scale is unknown",
        BOOKING,
        "        scale: agreement\n",
        "        scale: agrement\n",
        "dimensions[0].items[1].scale",
        "must be the name of a scale of the instrument (agreement)",
    ),
    Fault(
        "reversed is not true or false",
        CROSSING,
        "        reversed: true\n",
        "        reversed: 1\n",
        "dimensions[1].items[0].reversed",
        "must be true or false",
    ),
    Fault(
        "options stand beside a scale",
        CROSSING,
        "          zh: 每位船员都能说清我们记录了什么。您是否同意？\n        scale: agreement\n",
        "          zh: 每位船员都能说清我们记录了什么。您是否同意？\n"
        "        scale: agreement\n        options: []\n",
        "dimensions[1].items[1].options",
        "must be left out where the item names a scale",
    ),
]


KEYS_AND_CODES = [
    Fault(
        "a key is misspelt",
        ST,
        "        critical: true\n        shortfall:\n          en: Use without asking\n",
        "        critcal: true\n        shortfall:\n          en: Use without asking\n",
        "dimensions[0].items[0].critcal",
        "is not a known key",
        at="critcal: true",
    ),
    Fault(
        "a key is given twice",
        DU,
        "        critical: true\n",
        "        critical: true\n        critical: false\n",
        "dimensions[3].items[0].critical",
        "is given twice (first on line ",
    ),
    Fault(
        "true or false is in quotes",
        VE,
        "        critical: true\n",
        '        critical: "yes"\n',
        "dimensions[1].items[2].critical",
        "must be true or false, not 'yes'",
    ),
    Fault(
        "a control code is malformed",
        ST,
        "          gdpr: [4(11), 6(1)(a), ",
        "          gdpr: [4(11), Art. 6, ",
        "dimensions[0].items[0].mapped_controls.gdpr[1]",
        "Art. 6 is not a code of gdpr",
    ),
    Fault(
        "a framework is unknown",
        ST,
        "          pipl: ['13', '14', '29']\n",
        "          pippl: ['13', '14', '29']\n",
        "dimensions[0].items[0].mapped_controls.pippl",
        "pippl is not among the instrument's frameworks",
    ),
    Fault(
        "codes are no list",
        BOOKING,
        "          house_rules: [R1, R12]\n",
        "          house_rules: R1\n",
        "dimensions[0].items[0].mapped_controls.house_rules",
        "must be a list, not 'R1'",
    ),
    Fault(
        "the form of codes is no regular expression",
        HEAD,
        "    code: .+\n",
        "    code: (.+\n",
        "frameworks.other.code",
        "is not a regular expression: missing ), unterminated subpattern at position 0",
    ),
    Fault(
        "an action leads nowhere",
        CROSSING,
        "          - from: 1\n            to: 3\n",
        "          - from: 1\n            to: 4\n",
        "dimensions[0].items[1].next_actions[0]",
        "must lead from one level to another of 1..3, not from 1 to 4",
        at="- from: 1",
    ),
    Fault(
        "an action costs nothing",
        CROSSING,
        "            effort: 2.5\n",
        "            effort: 0\n",
        "dimensions[0].items[1].next_actions[0].effort",
        "must be above 0, not 0",
    ),
    Fault(
        "minutes are a fraction",
        ST,
        "estimated_minutes: 10\n",
        "estimated_minutes: 10.5\n",
        "estimated_minutes",
        "must be a whole number, not 10.5",
    ),
]
