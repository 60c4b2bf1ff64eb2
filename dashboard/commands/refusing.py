"""Turns what the product refuses into a message and exit status 1; never a traceback."""

import errno
import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import click

from dashboard.bootstrap import CannotStart
from dashboard.catalog import NoSuchQuestionnaire
from dashboard.domain.access import NotAllowed
from dashboard.domain.answer import AnswerRefused
from dashboard.domain.assessment import AlreadyExists, AssessmentIsComplete
from dashboard.domain.problem import Refused, on_one_line, printable
from dashboard.domain.workshop import NoSuchStep, NotAtThisStage, StageMoved
from dashboard.services.answers import NoSuchItem
from dashboard.services.benchmarks import NothingToExport
from dashboard.settings import SettingsError
from dashboard.store.errors import StoreError

P = ParamSpec("P")
R = TypeVar("R")

SEVERAL = (Refused, SettingsError, CannotStart)
"""One problem a line, each of them printable."""
REFUSALS = (
    NotAllowed,
    AlreadyExists,
    AnswerRefused,
    AssessmentIsComplete,
    NoSuchStep,
    NotAtThisStage,
    StageMoved,
    NoSuchItem,
    NothingToExport,
    NoSuchQuestionnaire,
    StoreError,
)


def says_why(command: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except SEVERAL as error:
            raise Stopped(str(error)) from error
        except REFUSALS as error:
            raise Stopped(on_one_line(str(error))) from error
        except UnicodeEncodeError as error:
            raise Stopped(f"{printable(str(error.object))}: is not UTF-8 text") from error
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            raise Stopped(
                f"{error.filename or 'a file or the output'}: {error.strerror or error}"
            ) from error

    return run


class Stopped(click.ClickException):
    """Exit status 1 with the words on standard error, one problem a line."""

    def show(self, file: object = None) -> None:
        del file
        click.echo(self.message, err=True)
