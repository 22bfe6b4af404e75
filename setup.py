"""Packages the theme and the documentation with the generator. All other settings are in pyproject.toml.

`overrides/` and `docs/` are not inside `generator/`, and pyproject.toml cannot add packages to those that setuptools
finds. A package folder comes with all its files and folders.
"""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["generator*"]), "generator.theme", "generator.docs"],
    package_dir={"generator.theme": "overrides", "generator.docs": "docs"},
)
