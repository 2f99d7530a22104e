"""Points are placed by several threads at once."""

import subprocess
import sys

from tests.server import ROOT

AT_ONCE = """
import threading
from geodata import airspaces_within, locate
from geodata.atlas import atlas
atlas()
start, answers = threading.Barrier(6), []
def ask(k):
    start.wait()
    answers.append((locate(24 + k, 54 + k / 2).code, max(airspaces_within(24 + k, 54 + k / 2, 50_000).values()) <= 1))
threads = [threading.Thread(target=ask, args=(k,)) for k in range(6)]
for each in threads: each.start()
for each in threads: each.join()
print(len(answers), all(fits for _, fits in answers))
"""


def test_the_first_questions_of_several_threads_do_not_end_the_process():
    """The first page of a server and its work ahead ask at once; GEOS crashed when both built one index."""
    done = subprocess.run([sys.executable, "-c", AT_ONCE], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["6", "True"]
