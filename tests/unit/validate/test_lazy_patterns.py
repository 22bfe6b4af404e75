"""The patterns of the rules that are compiled when they are used first."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from generator.system import LazyPattern

AFTER_THE_START = """
import gc, json, generator.cli
from generator.system import LazyPattern
gc.unfreeze()
patterns = [each for each in gc.get_objects() if isinstance(each, LazyPattern)]
print(json.dumps([(each.pattern, int(each.flags), "compiled" in vars(each)) for each in patterns]))
"""


def test_a_start_compiles_no_pattern_and_each_can_be_compiled() -> None:
    done = subprocess.run([sys.executable, "-c", AFTER_THE_START], capture_output=True, text=True, check=True)
    patterns = json.loads(done.stdout)
    assert len(patterns) > 100
    assert [pattern for pattern, _, is_compiled in patterns if is_compiled] == []
    for pattern, flags, _ in patterns:
        assert LazyPattern(pattern, flags).compiled.pattern == pattern


def test_a_wrong_pattern_says_so_when_it_is_used() -> None:
    wrong = LazyPattern("(")
    with pytest.raises(re.error, match="unterminated"):
        wrong.search("text")
