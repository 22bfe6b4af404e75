"""What is wrong with the address of a link, whatever file it is in: a scheme, a private network, a mail scanner."""

from __future__ import annotations

import base64
import binascii
import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final
from urllib.parse import parse_qs, unquote, urlsplit


class LinkProblemKind(StrEnum):
    """The kind of problem; each value is the slug of its code in the catalogue."""

    UNUSABLE = "unusable-link"
    PRIVATE_NETWORK = "office-link"
    SCANNER = "scanner-link"
    EMAIL_ADDRESS = "email-address-in-link"


@dataclass(frozen=True, slots=True)
class LinkProblem:
    """A problem of one address."""

    kind: LinkProblemKind
    reason: str
    """The end of a sentence that begins with `the link`. It never contains the address."""

    hint: str


_ALLOWED_SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", "sms", "webcal"})
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED: Final = re.compile(r"[\x00-\x20\x7f]")
"""Browsers ignore these before and inside a scheme."""

_DRIVE: Final = re.compile(r"[a-z]:[/\\]", re.IGNORECASE)
_PORT: Final = re.compile(r":(\d+)$")
_MAX_PORT: Final = 65_535
_ONLY_IN_NETWORKS: Final = frozenset(
    {"corp", "home", "internal", "intra", "intranet", "lan", "local", "localdomain", "localhost", "private"}
)
"""Last parts of host names that no public server has."""

_IN_OFFICES: Final = frozenset({"intranet", "sharedrive", "fileserver"})
"""First parts of host names that only a council's own network knows."""

_EMAIL: Final = re.compile(r"(?<![\w.+@/-])[\w.+-]{1,64}@(?:[\w-]+\.)+[^\W\d_]{2,}(?![\w@])")
_URL: Final = re.compile(r"https?:/", re.IGNORECASE)
_MAX_DEPTH: Final = 5
_OPEN_IT: Final = "open the link and copy the address that the browser then shows"

_SCANNERS: Final = {
    "safelinks.protection.outlook.com": "Outlook Safe Links",
    "statics.teams.cdn.office.net/evergreen-assets/safelinks": "Teams Safe Links",
    "urldefense.com": "Proofpoint",
    "urldefense.us": "Proofpoint",
    "urldefense.proofpoint.com": "Proofpoint",
    "mimecast.com": "Mimecast",
    "mimecastprotect.com": "Mimecast",
    "linkprotect.cudasvc.com": "Barracuda",
    "secure-web.cisco.com": "Cisco",
    "protection.sophos.com": "Sophos",
    "clicktime.symantec.com": "Symantec",
    "clicktime.cloud.postoffice.net": "a mail scanner",
    "protect.checkpoint.com": "Check Point",
    "trendmicro.com/wis/clicktime": "Trend Micro",
    "fireeye.com/v1/url": "FireEye",
    "google.com/url": "a Google redirect",
    "google.co.uk/url": "a Google redirect",
    "l.facebook.com": "a Facebook redirect",
    "lm.facebook.com": "a Facebook redirect",
    "l.instagram.com": "an Instagram redirect",
    "linkedin.com/redir": "a LinkedIn redirect",
    "youtube.com/redirect": "a YouTube redirect",
    "slack-redir.net": "a Slack redirect",
}
"""Ends of host names, some with the start of the path, and what to call them."""

_PARAMETERS: Final = ("url", "u", "q", "a", "d", "target", "redirect")
_PROOFPOINT_V3: Final = re.compile(r"/v3/__(.+?)__;", re.IGNORECASE)
_PERSONAL_FOLDER: Final = re.compile(r"^https?://[^/]+-my\.sharepoint\.[^/]+/(?:.*/)?personal/", re.IGNORECASE)
_NEEDS_SIGN_IN: Final = re.compile(
    r"^https?://(?:[^/]+\.sharepoint\.com/(?::[a-z]:/r/|(?:sites|teams)/[^/]+/Shared(?:%20|[ ])Documents/)"
    r"|teams\.microsoft\.com/l/(?:channel|message|file|team|chat)/|[^/]+\.atlassian\.net/|mail\.google\.com/"
    r"|outlook\.office(?:365)?\.com/(?!calendar/|bookwithme/|book/)"
    r"|(?:www\.)?dropbox\.com/home/|drive\.google\.com/drive/(?:u/\d/)?my-drive|app\.box\.com/(?:file|folder)/|docs\.google\.com/[a-z]+/d/[^/]+/edit)",
    re.IGNORECASE,
)
"""Files, channels and mail of a team. A file shared with everyone and a meeting have other addresses."""


def link_problem(url: str, public_emails: frozenset[str] = frozenset()) -> LinkProblem | None:
    """Return the problem of a link's address; None for one that every reader can follow.

    Addresses without a scheme lead to the site itself and have no problem here. `public_emails` are e-mail addresses,
    or hosts with an `@` before them, that may appear in a link.
    """
    url = url.strip()
    if (url.replace("\\", "/").startswith("//") and not url.startswith("//")) or _DRIVE.match(url):
        return _on_a_disk()
    scheme = _scheme_of(url)
    if scheme is None and not url.startswith("//"):
        return None
    if scheme is not None and scheme not in _ALLOWED_SCHEMES:
        return _not_allowed(scheme)
    if scheme not in ("http", "https", None):
        return None
    return _web_problem(f"https:{url}" if scheme is None else url, public_emails)


def leads_where_readers_cannot_go(url: str) -> bool:
    """Return True for an address that names a computer or a colleague. Clean copies of documents do not contain it."""
    problem = link_problem(url)
    return problem is not None and (problem.kind is not LinkProblemKind.UNUSABLE or problem == _on_a_disk())


def address_behind(url: str) -> str | None:
    """Return the address that a scanner or a redirect leads to; None if the link does not contain it."""
    behind: str | None = None
    for _ in range(_MAX_DEPTH):
        found = _one_behind(url)
        if found is None:
            break
        url = behind = found
    return behind


def public_address_behind(url: str) -> str | None:
    """Return the address behind a scanner or a redirect if every reader can follow it and it names nobody."""
    behind = address_behind(url)
    is_web_page = behind is not None and behind.lower().startswith(("http://", "https://"))
    return behind if behind is not None and is_web_page and link_problem(behind) is None else None


def _scheme_of(url: str) -> str | None:
    match = _SCHEME.match(_IGNORED.sub("", url[:200]))
    return match[1].lower() if match is not None else None


def _on_a_disk() -> LinkProblem:
    hint = "put the file next to the record and link to it, or take the link out"
    return LinkProblem(LinkProblemKind.UNUSABLE, "leads to a file on one computer or in one office", hint)


def _not_allowed(scheme: str) -> LinkProblem:
    kind = LinkProblemKind.UNUSABLE
    if scheme == "file":
        return _on_a_disk()
    if scheme in ("javascript", "vbscript"):
        return LinkProblem(kind, "runs a script instead of leading somewhere", "write the address of a page")
    if scheme in ("data", "blob", "filesystem", "view-source"):
        hint = "put the file next to the record and link to it"
        return LinkProblem(kind, "contains a file, or one that only your browser has", hint)
    if scheme.startswith("ms-"):
        hint = "write the address of the file itself, https://..., so that readers can choose how to open it"
        return LinkProblem(kind, "starts an Office program on the reader's computer", hint)
    if len(scheme) >= len("htp") and scheme.startswith("h") and scheme.strip("htps") == "":
        return LinkProblem(kind, f'begins with "{scheme}:"', "write https:// at its beginning")
    hint = "write an address that begins with https://"
    return LinkProblem(kind, f'begins with "{scheme[:40]}:", which browsers cannot follow', hint)


def _web_problem(url: str, public_emails: frozenset[str]) -> LinkProblem | None:
    host = _host_of(url)
    if host is None:
        hint = "copy the whole address from the browser's address bar"
        return LinkProblem(LinkProblemKind.UNUSABLE, "is not a complete web address", hint)
    if _is_private(host):
        hint = "write an address that readers outside the office can open, or take the link out"
        return LinkProblem(LinkProblemKind.PRIVATE_NETWORK, "leads into an office network, or to one computer", hint)
    if _PERSONAL_FOLDER.match(url):
        hint = "publish the file with the record and link to it, or take the link out"
        reason = "leads to a colleague's own folder, names the colleague, and needs a password"
        return LinkProblem(LinkProblemKind.PRIVATE_NETWORK, reason, hint)
    if _NEEDS_SIGN_IN.match(url):
        hint = "publish the file with the record and link to it, or take the link out"
        return LinkProblem(LinkProblemKind.PRIVATE_NETWORK, "leads to the files of a team, and needs a password", hint)
    scanner = _scanner_of(url, host)
    if scanner is not None:
        behind = address_behind(url)
        reason = f"goes through {scanner} instead of leading to the page itself"
        return LinkProblem(LinkProblemKind.SCANNER, reason, f'write "{behind}"' if behind else _OPEN_IT)
    if _has_private_email(url, public_emails):
        hint = "take the e-mail address out: most links work without what follows the ?"
        return LinkProblem(LinkProblemKind.EMAIL_ADDRESS, "contains an e-mail address", hint)
    return None


def _host_of(url: str) -> str | None:
    """Return the host in lower case; None if browsers cannot read the address."""
    try:
        host = urlsplit(url).netloc.rpartition("@")[2]
        host = unquote(host).lower().rstrip(".")
    except ValueError:
        return None
    port = _PORT.search(host)
    if port is not None and int(port[1]) > _MAX_PORT:
        return None
    host = host.removesuffix(":") if port is None else host[: port.start()]
    return None if not host or re.search(r"[\s<>\"^`{|}]", host) or host.strip(".") == "" else host


def _is_private(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        parts = host.split(".")
        return (
            len(parts) == 1 or parts[-1] in _ONLY_IN_NETWORKS or parts[0] in _IN_OFFICES or host.endswith(".home.arpa")
        )
    return not address.is_global


def _scanner_of(url: str, host: str) -> str | None:
    place = host + urlsplit(url).path.lower()
    for known, name in _SCANNERS.items():
        end, slash, path = known.partition("/")
        if (host == end or host.endswith(f".{end}")) and (not slash or place.removeprefix(host).startswith(f"/{path}")):
            # The scanners' own pages about themselves are ordinary pages.
            is_front_page = urlsplit(url).path in ("", "/") and not urlsplit(url).query
            is_own_page = host in (end, f"www.{end}") and end in ("mimecast.com", "mimecastprotect.com")
            return None if is_front_page or is_own_page else name
    return None


def _one_behind(url: str) -> str | None:
    host = _host_of(url)
    if host is None or _scanner_of(url, host) is None:
        return None
    parts = urlsplit(url)
    v3 = _PROOFPOINT_V3.search(url)
    if v3 is not None:
        return _whole(unquote(v3[1]))
    values = parse_qs(parts.query.replace("&amp;", "&"))
    for name in _PARAMETERS:
        value = values.get(name, [""])[0]
        if "urldefense" in host and parts.path.startswith("/v2/"):
            value = unquote(value.replace("-", "%").replace("_", "/"))
        if "sophos" in host and name == "u":
            value = _from_base64(value)
        if _URL.match(value):
            return _whole(value)
    inside = re.search(r"https?(?:%3A|:)(?:%2F|/){2}\S+", parts.path, re.IGNORECASE)
    return _whole(unquote(inside[0])) if inside is not None else None


def _whole(url: str) -> str:
    return re.sub(r"^(https?:)/+", r"\1//", url, flags=re.IGNORECASE)


def _from_base64(text: str) -> str:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _has_private_email(url: str, public_emails: frozenset[str]) -> bool:
    parts = urlsplit(url)
    text = " ".join(unquote(unquote(part)) for part in (parts.username or "", parts.path, parts.query, parts.fragment))
    if parts.username is not None and "@" in parts.netloc:
        text += f" {unquote(parts.netloc)}"
    for match in _EMAIL.finditer(text):
        address = match[0].lower()
        if address not in public_emails and f"@{address.partition('@')[2]}" not in public_emails:
            return True
    return False
