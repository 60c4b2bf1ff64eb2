"""A process that saves answers until it is killed, and says of each that it is saved.

Run as `python -m tests.store.saving ADDRESS ROUND`.
"""

import sys
from contextlib import closing

from dashboard.domain.answer import Answer
from dashboard.store.store import Store
from tests.store.rows import fill, save


def main(address: str, number: str) -> None:
    with closing(Store.open(address)) as store:
        with store.read() as tx:
            known = tx.users.get("ann")
        if not known:
            fill(store)
        sys.stdout.write("open\n")
        sys.stdout.flush()
        for count in range(1_000_000):
            item = f"R{number}.{count}"
            if save(store, Answer.at(1 + count % 5), item=item):
                sys.stdout.write(f"{item}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
