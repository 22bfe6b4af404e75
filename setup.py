"""Packages the theme with the generator. All other settings are in pyproject.toml.

`overrides/` is not inside `generator/`, and pyproject.toml cannot add one package to those that setuptools finds.
"""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["generator*"]), "generator.theme"],
    package_dir={"generator.theme": "overrides"},
)
