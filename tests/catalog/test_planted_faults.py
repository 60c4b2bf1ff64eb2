"""Every fault of a file is named with its line and its path, in words that say what to do."""

import pytest

from tests.catalog.broken_copies import DATA_TRUST, FERRY_LINE, Copy, Fault

VE, DU, ST, HEAD = (
    f"{DATA_TRUST}/{name}.yaml"
    for name in ("value_exchange", "data_use", "stewardship", "instrument")
)
BOOKING, CROSSING, FERRY_HEAD = (
    f"{FERRY_LINE}/{name}.yaml" for name in ("booking", "crossing", "instrument")
)
CASES = "data/cases.yaml"

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

SCORES_AND_WEIGHTS = [
    Fault(
        "scores change direction",
        CROSSING,
        "            score: 40\n",
        "            score: 95\n",
        "dimensions[0].items[1].options",
        "the scores change direction: 10, 95, 90",
        above=8,
    ),
    Fault(
        "a weight is negative",
        VE,
        "        weight: 1\n        question:\n          en: How do you decide",
        "        weight: -1\n        question:\n          en: How do you decide",
        "dimensions[1].items[0].weight",
        "must be 0 or more, not -1",
        at="weight: -1",
    ),
    Fault(
        "a weight is a word",
        VE,
        "        weight: 1\n        question:\n          en: How easily can customers tell",
        "        weight: heavy\n        question:\n          en: How easily can customers tell",
        "dimensions[3].items[0].weight",
        "must be a number, not 'heavy'",
        at="weight: heavy",
    ),
    Fault(
        "a weight has hundreds of digits",
        DU,
        "        weight: 1\n        question:\n          en: What is your personalisation",
        f"        weight: 1{'0' * 400}\n"
        "        question:\n          en: What is your personalisation",
        "dimensions[1].items[0].weight",
        "must be a number",
        at="0" * 400,
    ),
    Fault(
        "a weight is far above another",
        DU,
        "        weight: 1\n        question:\n          en: For how many of your uses",
        "        weight: 7\n        question:\n          en: For how many of your uses",
        "dimensions[0].items[0].weight",
        "the weights of these items differ by more than 4:1 (7:1)",
        at="weight: 7",
        warning=True,
    ),
    Fault(
        "a share is a percentage",
        HEAD,
        "  imbalance: 0.5\n",
        "  imbalance: 50%\n",
        "scoring.imbalance",
        "must be a number, not '50%'",
    ),
    Fault(
        "a share is above one",
        FERRY_HEAD,
        "  imbalance: 0.25\n",
        "  imbalance: 25\n",
        "scoring.imbalance",
        "must be 1 or less, not 25",
    ),
]

BANDS = [
    Fault(
        "the first band does not start at 0",
        HEAD,
        "    - key: initial\n      from: 0\n",
        "    - key: initial\n      from: 5\n",
        "scoring.bands[0].from",
        "the first band must start at 0",
    ),
    Fault(
        "the first band has a gate",
        FERRY_HEAD,
        "    - key: casting-off\n      from: 0\n",
        "    - key: casting-off\n      from: 0\n      pillar: 5\n",
        "scoring.bands[0].pillar",
        "the first band is open to all and has no gates",
    ),
    Fault(
        "bands are out of order",
        HEAD,
        "      from: 62.5\n",
        "      from: 37.5 # as before\n",
        "scoring.bands[3].from",
        "must be above 37.5",
    ),
    Fault(
        "a threshold is above 100",
        FERRY_HEAD,
        "      from: 75\n",
        "      from: 750\n",
        "scoring.bands[2].from",
        "must be 100 or less, not 750",
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

ALL = [*TEXTS, *YAML_WORDS, *IDS, *SCORES_AND_WEIGHTS, *BANDS, *KEYS_AND_CODES]


@pytest.mark.parametrize("fault", ALL, ids=lambda fault: fault.name)
def test_a_fault_is_named_with_its_line_and_path_and_nothing_else_is(copy: Copy, fault: Fault):
    copy.plant(fault)

    problems = copy.problems()

    assert copy.is_told(fault, problems), "\n".join(map(str, problems))
    assert len(problems) == 1, "\n".join(map(str, problems))


def test_all_faults_are_named_at_once(copy: Copy):
    for fault in ALL:
        copy.plant(fault)

    problems = copy.problems()

    untold = [fault.name for fault in ALL if not copy.is_told(fault, problems)]
    assert untold == [], "\n".join(map(str, problems))


def test_the_unbroken_copy_has_no_problem(copy: Copy):
    assert copy.problems() == ()
