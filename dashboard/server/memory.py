"""Which allocator Arrow uses in the server."""

from __future__ import annotations

import os


def use_system_memory() -> None:
    """Let Arrow, which holds pandas' text, take its memory from the system's allocator.

    The ones that its wheels bring have crashed servers whose threads come and go (https://github.com/apache/arrow/issues/50908), and each
    session and each import here is such a thread. The variable is for what Arrow itself allocates, which asks for no pool of Python's; it is read
    when Arrow is first used, so that this comes before.
    """
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    import pyarrow as pa

    pa.set_memory_pool(pa.system_memory_pool())
