"""The redirects of moved addresses, in a file for each kind of server. docs/hosting.md says where to put each file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from typing import Final
from urllib.parse import quote

from generator.model import GeneratedFile, ServerRedirect
from generator.model.addresses import REDIRECTS_FOR_APACHE, REDIRECTS_FOR_NGINX, REDIRECTS_FOR_PAGES_HOSTS
from generator.publish.header_files import as_text

_MARK_IN_PATH: Final = "\0"

_LONGEST_KEY: Final = 46
"""Maximum bytes for nginx's default hash bucket of 64.

A longer address is written as a pattern, which is not hashed.
"""

_Map = Mapping[str, str]
"""Old paths of one host and the target of each. With a `?`, only for what follows it."""


def make_redirect_files(moved: Iterable[ServerRedirect]) -> tuple[GeneratedFile, ...]:
    """Return a file for Netlify and Cloudflare Pages, one for nginx and one for Apache.

    They exist even if there are no redirects, because a server's settings may name them. The first file contains only
    this site's redirects. The others also contain those of the partnership's other hosts.
    """
    by_host = _by_host(moved)
    writers = {
        REDIRECTS_FOR_PAGES_HOSTS: _for_pages_hosts,
        REDIRECTS_FOR_NGINX: _for_nginx,
        REDIRECTS_FOR_APACHE: _for_apache,
    }
    return tuple(GeneratedFile(name, partial(as_text, tuple(write(by_host)))) for name, write in writers.items())


def _by_host(moved: Iterable[ServerRedirect]) -> Mapping[str, _Map]:
    """Return the redirects by host; this site's come first, with an empty host.

    For a duplicate, the first target is used.
    """
    redirects = sorted(moved, key=lambda redirect: redirect.host or "")
    hosts = {
        host: {_key(redirect): redirect.to for redirect in reversed(list(group))}
        for host, group in groupby(redirects, lambda redirect: redirect.host or "")
    }
    return {host: dict(reversed(paths.items())) for host, paths in {"": {}, **hosts}.items()}


def _key(redirect: ServerRedirect) -> str:
    # A question mark that is part of a path is written as a server cannot send it, so that no query is taken for it.
    path = redirect.path.replace("?", _MARK_IN_PATH)
    return f"{path}?{redirect.query}" if redirect.query else path


def _path_of(key: str) -> str:
    return key.partition("?")[0].replace(_MARK_IN_PATH, "?")


def _for_pages_hosts(by_host: Mapping[str, _Map]) -> Iterator[str]:
    yield from (f"{quote(_path_of(old), safe=_SAFE_HERE)} {new} 301" for old, new in by_host[""].items())


_SAFE_HERE: Final = "/-._~!'()+,;=@&"


def _for_nginx(by_host: Mapping[str, _Map]) -> Iterator[str]:
    """Yield a map for each host, and one that selects among them, so that every server block can use one line."""
    yield "# nginx: include this file in the http block. In the server block of each site that is named here, write:"
    yield "#   if ($library_moved) { return 301 $library_moved; }"
    names = {host: "$library_moved_here" if host == "" else f"$library_moved_{n}" for n, host in enumerate(by_host)}
    for host, paths in by_host.items():
        yield ""
        by_query = {old: new for old, new in paths.items() if "?" in old}
        name = f"{names[host]}_path" if by_query else names[host]
        yield f"map $uri {name} {{" + (f" # {host}" if host else "")
        yield '  default "";'
        yield from (f'  "{_nginx_key(_path_of(old))}" "{new}";' for old, new in paths.items() if old not in by_query)
        yield "}"
        if by_query:
            yield f'map "$uri?$args" {names[host]} {{ # {host}, with what follows the ?'
            yield f"  default {name};"
            yield from (f'  "{_nginx_key(old)}" "{new}";' for old, new in by_query.items())
            yield "}"
    yield ""
    yield "map $host $library_moved {"
    yield f"  default {names['']};"
    yield from (f'  "{host}" {name};' for host, name in names.items() if host)
    yield "}"


def _nginx_key(path: str) -> str:
    return path if len(path.encode()) <= _LONGEST_KEY else f"~^{re.escape(path)}$"


def _for_apache(by_host: Mapping[str, _Map]) -> Iterator[str]:
    """Yield rules for mod_rewrite. mod_alias is not used, because it encodes paths that are already encoded.

    This site's rules come last, because they name no host: a site may be tested under another host.
    """
    yield "# Apache 2.4 with mod_rewrite: include this file in the VirtualHost of each site that is named here."
    yield ""
    yield "RewriteEngine On"
    for host, paths in sorted(by_host.items(), reverse=True):
        yield ""
        yield f"# {host or 'this site'}"
        # What is only for one query comes first.
        for old, new in sorted(paths.items(), key=lambda each: "?" not in each[0]):
            query = old.partition("?")[2]
            if query:
                yield f'RewriteCond "%{{QUERY_STRING}}" "^{re.escape(query)}$"'
            if host:
                yield rf'RewriteCond "%{{HTTP_HOST}}" "^{re.escape(host)}(?::[0-9]+)?$" [NC]'
            target = new.replace("%", r"\%")
            yield f'RewriteRule "^{re.escape(_path_of(old))}$" "{target}" [R=301,L,NE,QSD]'
