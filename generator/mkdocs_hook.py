"""The hook of sites that write `hooks: [generator/mkdocs_hook.py]`. It does nothing if the plugin is listed as well.

New sites write `plugins: [reviews-library]`, which does not depend on the place of the generator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.frame import PLUGIN
from generator.mkdocs_plugin import ReviewsLibrary

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

_HOOK: Final = ReviewsLibrary()


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Do what the plugin does."""
    return config if PLUGIN in config.plugins else _HOOK.on_config(config)


def on_pre_build(config: MkDocsConfig) -> None:
    """Do what the plugin does."""
    if PLUGIN not in config.plugins:
        _HOOK.on_pre_build(config)


def on_post_build(config: MkDocsConfig) -> None:
    """Do what the plugin does."""
    if PLUGIN not in config.plugins:
        _HOOK.on_post_build(config)
