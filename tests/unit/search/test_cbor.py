"""What Pagefind writes is read and written back to the same bytes; anything else is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.cbor import Value, decode, encode

values = st.recursive(st.integers(0, 2**64 - 1) | st.text(), st.lists, max_leaves=20)


@given(values)
def test_what_is_encoded_comes_back(value: Value) -> None:
    assert decode(encode(value)) == value


@pytest.mark.parametrize(
    ("data", "value"),
    # RFC 8949, appendix A
    [
        ("00", 0),
        ("17", 23),
        ("1818", 24),
        ("1903e8", 1000),
        ("1a000f4240", 1000000),
        ("1b000000e8d4a51000", 1000000000000),
        ("62c3bc", "ü"),
        ("8301820203820405", [1, [2, 3], [4, 5]]),
    ],
)
def test_the_examples_of_the_standard(data: str, value: Value) -> None:
    assert decode(bytes.fromhex(data)) == value
    assert encode(value) == bytes.fromhex(data)


@pytest.mark.parametrize("data", ["", "18", "62c3", "83010203ff", "8301", "20", "9fff", "a0", "f5", "1c", "6280"])
def test_other_kinds_and_broken_bytes_are_refused(data: str) -> None:
    with pytest.raises(ValueError):
        decode(bytes.fromhex(data))
