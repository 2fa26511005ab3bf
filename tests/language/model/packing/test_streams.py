"""Streams of bytes, compressed or not."""

from random import Random

from quizengine.language.model.packing.streams import compress, decompress, stream_sizes

PLAIN = b"the same and the same again " * 40
CHANCE = Random(1).randbytes(500)


def test_a_stream_is_compressed_only_where_that_saves_enough() -> None:
    (plain, chance, empty) = compress((PLAIN, CHANCE, b""))
    assert len(plain[0]) < 0.2 * plain[1]
    assert chance == (CHANCE, 500)
    assert empty == (b"", 0)


def test_streams_are_read_one_after_the_other() -> None:
    streams = compress((PLAIN, CHANCE, b"", PLAIN))
    data = b"".join(stored for stored, _ in streams)
    assert list(map(bytes, decompress(memoryview(data), stream_sizes(streams)))) == [PLAIN, CHANCE, b"", PLAIN]
