"""A keyboard alone is enough, and one sees where one is."""

import io

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.furnished import Furnished
from tests.browser.respondent import DIMENSIONS, WORKED_BRAND, Respondent
from tests.browser.states import State, states
from tests.browser.typist import Typist
from tests.running_server import RunningServer

SEEN = [
    state
    for state in states()
    if state.name
    in {
        "overview",
        "overview new brand",
        "assess evidence and note",
        "assess shared condition",
        "review",
        "results worked",
        "library",
    }
]
TALL = (1280, 3000)
"""High enough that nothing scrolls while the focus wanders."""
