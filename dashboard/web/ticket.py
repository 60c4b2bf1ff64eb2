"""The one cookie of a participant's phone: a random token and, once it was chosen, the language.

Whoever holds the token is that participant. The browser shows it to no script and to no page but
those of the one workshop, and every form carries a value that only its holder can have computed.
"""

import hashlib
import hmac
import re
from dataclasses import dataclass, replace
from typing import Final, Self

from starlette.responses import Response

from dashboard.domain.text import LANGS, Lang
from dashboard.services.participation import new_token

COOKIE: Final = "candour-place"
KEPT_SECONDS: Final = 30 * 86_400
WRITTEN: Final = re.compile(r"([A-Za-z0-9_-]{32})(?:\.([a-z]{2}))?", re.ASCII)
PURPOSE: Final = b"csrf"
SIGNATURE_BYTES: Final = 16


@dataclass(frozen=True)
class Ticket:
    """What the cookie holds."""

    token: str
    lang: Lang | None = None

    @classmethod
    def new(cls) -> Self:
        return cls(new_token())

    @classmethod
    def read(cls, value: str | None) -> Self | None:
        """The ticket of a cookie; None for anything that was not given out here."""
        found = WRITTEN.fullmatch(value or "")
        if found is None:
            return None
        return cls(found[1], next((lang for lang in LANGS if lang == found[2]), None))

    def speaking(self, lang: Lang) -> Self:
        return replace(self, lang=lang)

    @property
    def signature(self) -> str:
        """What a form of this phone carries."""
        key = self.token.encode()
        return hashlib.blake2b(PURPOSE, key=key, digest_size=SIGNATURE_BYTES).hexdigest()

    def signed(self, value: str) -> bool:
        return hmac.compare_digest(value.encode(), self.signature.encode())

    def put_on(self, response: Response, *, path: str, secure: bool) -> None:
        response.set_cookie(
            COOKIE,
            f"{self.token}.{self.lang}" if self.lang else self.token,
            max_age=KEPT_SECONDS,
            path=path,
            secure=secure,
            httponly=True,
            samesite="lax",
        )
