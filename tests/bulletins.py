"""An invented bulletin, its events and its sender, to be laid over the invented partnership's site."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tests.conftest import Site

QUARTER: Final = "2025-q1"

BULLETIN: Final = """# Invented for tests.
title: "Doors & desks: what winter taught us"
welcome: |
  Welcome to the winter bulletin. This time we look at **doors that stay shut**, and at what helps:

  - [Knocking twice](briefing:knocking-twice), which is new again
  - the [Tarnshire Welcome Desk](https://www.tarnshire.example/welcome-desk)

  Thank you to everyone who wrote to us.
order: [reviews, events]
pinned: ["notice:worry-form"]
sources: [invented]
"""

NEWSLETTER: Final = """
newsletter:
  from_name: Tarnshire Safeguarding Partnership
  from_address: bulletin@tarnshire.example
  reply_to: office@tarnshire.example
  list_unsubscribe: https://www.tarnshire.example/leave?list=bulletin&how=one-click
"""

EVENTS: Final = {
    "door-day": """# Invented for tests.
title: Door day
kind: gathering
date: 2025-03-01
summary: A morning for everyone who visits people at home.
starts: 2025-05-14 10:00
ends: 2025-05-14 12:30
place: Tarnshire Corn Hall, Market Square
about: [adults]
changes:
  - {date: 2025-03-20, text: It was to be on 12 May. It has moved by two days.}
harms: [cuckooing]
""",
    "night-walk": """# Invented for tests.
title: Night walk
kind: gathering
date: 2025-02-10
summary: A walk with the Night Desk.
starts: 2025-06-03
cancelled: {date: 2025-03-28, text: "The Night Desk is too busy. There will be another."}
""",
}


def lay_bulletin(site: Site) -> Site:
    """Lays all of it over a copy of the invented partnership's site, in place of its own bulletins."""
    shutil.rmtree(site.root / "content" / "bulletins", ignore_errors=True)
    site.write(f"content/bulletins/{QUARTER}.yml", BULLETIN)
    for name, text in EVENTS.items():
        site.write(f"content/notices/{name}.yml", text)
    partnership = site.root / "content" / "partnership.yml"
    partnership.write_text(partnership.read_text(encoding="utf-8") + NEWSLETTER, encoding="utf-8")
    return site
