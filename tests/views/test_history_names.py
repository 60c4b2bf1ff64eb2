"""The history names people as they call themselves, and the local user in the page's language."""

from dataclasses import replace

from dashboard.services import answers as saving
from tests.builders import all_at, answer
from tests.views.material import acting, begin, somebody_else
from tests.views.visiting import Tab


def test_the_history_has_a_word_for_the_local_user_and_names_everybody_else() -> None:
    assessment, other = begin(all_at(2)), somebody_else()
    colleague = acting().user.model_copy(update={"id": other.user.id})
    given = answer(5)
    saving.record(replace(other, user=colleague), assessment, "VE1.1", given, read_version=1)

    tab = Tab("assess", assessment=assessment, dimension="VE1", lang="zh")
    tab.look("history", "VE1.1")

    assert tab.text.count("· 本地用户") == tab.text.count("· Somebody else") == 1
    assert "Local user" not in tab.text
