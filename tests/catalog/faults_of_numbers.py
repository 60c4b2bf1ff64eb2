"""Faults of scores, weights, shares and bands."""

from tests.catalog.broken_copies import DATA_TRUST, FERRY_LINE, Fault

VE = f"{DATA_TRUST}/value_exchange.yaml"
ST = f"{DATA_TRUST}/stewardship.yaml"
DU = f"{DATA_TRUST}/data_use.yaml"
HEAD = f"{DATA_TRUST}/instrument.yaml"
CROSSING = f"{FERRY_LINE}/crossing.yaml"
FERRY_HEAD = f"{FERRY_LINE}/instrument.yaml"

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
        "a weight has a zero before it",
        ST,
        "        weight: 1\n        question:\n          en: How well practised",
        "        weight: 03\n        question:\n          en: How well practised",
        "dimensions[3].items[1].weight",
        "03 reads as 3 in YAML: write the number out in full",
        at="weight: 03",
    ),
    Fault(
        "a score is a time",
        f"{FERRY_LINE}/booking.yaml",
        "            score: 50\n",
        "            score: 0:50.5\n",
        "dimensions[0].items[0].options[1].score",
        "0:50.5 reads as 50.5 in YAML: write the number out in full",
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
