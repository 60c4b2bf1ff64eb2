"""Faults of the tables of outside evidence."""

from tests.catalog.broken_copies import Fault

TRACKERS = "data/trackers_whotracksme_2026.csv"
PRODUCTS = "data/policy_privacyspy_2023.csv"
DISCLOSURE = "data/disclosure_rdr.csv"
SECTORS = "data/sector_trust_oaic_2023.csv"

CELLS = [
    Fault(
        "a quartile is no number",
        TRACKERS,
        "Banking,95,9.4,6.472,2.4,5.0,",
        "Banking,95,9.4,6.472,2.4,five,",
        "p25",
        "must be a number, not 'five'",
    ),
    Fault(
        "the median lies above the upper quartile",
        TRACKERS,
        "Adult,268,4.187,4.789,1.0,2.0,4.0,",
        "Adult,268,4.187,4.789,1.0,2.0,40.0,",
        "p75",
        "must be at least the quartile before it, 40, not 5",
    ),
    Fault(
        "a number of sites is no whole number",
        TRACKERS,
        "Government,67,",
        "Government,67.5,",
        "sites",
        "must be a whole number, not '67.5'",
    ),
    Fault(
        "a line has a value too many",
        TRACKERS,
        "Reference,381,",
        "Reference,381,1,",
        "",
        "has 13 values for 12 columns",
    ),
    Fault(
        "a rating is above the scale",
        PRODUCTS,
        "1password,1Password,Business,8.2111,",
        "1password,1Password,Business,82.111,",
        "score",
        "must be 10 or less, not '82.111'",
    ),
    Fault(
        "a reply is none of the rubric",
        PRODUCTS,
        "1-1-ionos,IONOS by 1&1,Business,3.2667,3.25,4.3333,1.7,no,",
        "1-1-ionos,IONOS by 1&1,Business,3.2667,3.25,4.3333,1.7,maybe,",
        "behavioral-marketing",
        "maybe is no reply to it in policy_privacyspy_2023_answers.csv",
    ),
    Fault(
        "a share is above 100",
        DISCLOSURE,
        "2020,Ooredoo,Telecommunication,5.78,4.17,7.89,15.83,",
        "2020,Ooredoo,Telecommunication,5.78,4.17,7.89,158.3,",
        "value_exchange",
        "must be 100 or less, not '158.3'",
    ),
    Fault(
        "a company stands twice in one index",
        DISCLOSURE,
        "2020,Orange,Telecommunication,26.55,",
        "2020,MTN,Telecommunication,26.55,",
        "company",
        "2020 MTN stands in line 15 already",
    ),
    Fault(
        "a bar is no number",
        SECTORS,
        "retailers,30,",
        "retailers,30 %,",
        "percent_trusting",
        "must be a number from 0 on, or empty, not '30 %'",
    ),
]
