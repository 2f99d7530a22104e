"""One thread projects for all; a forked process gets a thread of its own."""

import multiprocessing
import threading

import numpy as np
import pyproj
import pytest

from geodata.projection import Projection

LON, LAT = np.array([26.37, 21.0, -8.5]), np.array([59.83, 52.2, 70.1])


@pytest.mark.parametrize("epsg", [3034, 3035])
def test_there_and_back(epsg):
    """The plane is pyproj's, and the way back leads to the same degrees."""
    projection = Projection(epsg)
    plane = projection.to_plane(LON, LAT)
    expected = pyproj.Transformer.from_crs(4326, epsg, always_xy=True).transform(LON, LAT)
    assert plane == pytest.approx(np.column_stack(expected))
    assert np.column_stack(projection.to_degrees(plane)) == pytest.approx(np.column_stack([LON, LAT]))


def test_a_new_thread_makes_no_new_transformer(monkeypatch):
    """What a request's thread asks is answered by the thread that has the transformer."""
    projection, made = Projection(3034), []
    projection.to_plane(LON, LAT)
    maker = projection._transformer._transformer_maker
    monkeypatch.setattr(projection._transformer, "_transformer_maker", lambda: made.append(1) or maker())
    threads = [threading.Thread(target=projection.to_plane, args=(LON, LAT)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == []


def _answer(queue):
    queue.put(Projection(3034).to_plane(LON, LAT).shape)


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork.*:DeprecationWarning")
def test_a_forked_process_answers():
    """A process that was forked after the first answer does not wait for a thread that it does not have."""
    Projection(3034).to_plane(LON, LAT)
    context = multiprocessing.get_context("fork")
    queue = context.Queue()
    child = context.Process(target=_answer, args=(queue,))
    child.start()
    try:
        assert queue.get(timeout=60) == (3, 2)
    finally:
        child.kill()
        child.join()
