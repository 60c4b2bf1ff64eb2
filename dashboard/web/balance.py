"""Which of two processes gets the next connection: the one that has fewer people's pages open.

By itself Linux shares connections out by chance among the sockets of one address, and of a hundred
people one process may get sixty. A program attached to one of the sockets decides for all of them:
here, the one instruction "return this number" (man 7 socket, SO_ATTACH_REUSEPORT_CBPF).
"""

import ctypes
import socket
import struct
from contextlib import suppress
from mmap import mmap
from typing import Final

SO_ATTACH_REUSEPORT_CBPF: Final = 51
"""Of `linux/socket.h`; Python's socket module does not name it."""
RETURN_CONSTANT: Final = 0x06
"""BPF_RET | BPF_K of `linux/bpf_common.h`."""
PROCESSES: Final = 2
COUNT: Final = "q"


class Balance:
    """Made before the fork; what one process counts, both see.

    Processes are numbered in the order in which their sockets begin to listen.
    """

    def __init__(self) -> None:
        shared = mmap(-1, PROCESSES * struct.calcsize(COUNT))
        self._pages = memoryview(shared).cast(COUNT)

    def count(self, process: int, public: socket.socket, pages: int) -> None:
        """So many pages are open in this process now; `public` is the socket it listens on."""
        self._pages[process] = pages
        steer(public, min(range(PROCESSES), key=self._pages.__getitem__))


def steer(public: socket.socket, process: int) -> None:
    """Let this process have the next connections; a kernel without such programs goes on by chance.

    So it does while only one process listens, and if the one named here no longer does.
    """
    program = ctypes.create_string_buffer(struct.pack("HBBI", RETURN_CONSTANT, 0, 0, process))
    attached = struct.pack("HP", 1, ctypes.addressof(program))
    with suppress(OSError):
        public.setsockopt(socket.SOL_SOCKET, SO_ATTACH_REUSEPORT_CBPF, attached)
