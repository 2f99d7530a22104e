"""Which allocator Arrow uses in the server."""

from __future__ import annotations


def use_system_memory() -> None:
    """Let Arrow, which holds pandas' text, take its memory from the system's allocator.

    The one that its wheels bring has crashed servers whose threads come and go (https://github.com/apache/arrow/issues/50908), and each
    session and each import here is such a thread.
    """
    import pyarrow as pa

    pa.set_memory_pool(pa.system_memory_pool())
