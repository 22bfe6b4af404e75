"""Changes the files of an invented site at random, and looks at what the generator says about them.

`python -m tests.fuzz --count 100000 --seed 1` runs it for long. `tests/commands/test_fuzz.py` runs a few inputs.
"""
