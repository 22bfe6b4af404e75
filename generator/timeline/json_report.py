"""Writes a timeline as JSON. Fields are only ever added."""

from __future__ import annotations

import json

from generator.timeline.timeline_model import Timeline


def as_json(timeline: Timeline) -> str:
    """Return `{"version": 1, "steps": [...]}`; a day that is not known is null."""
    steps = [
        {
            "key": each.key,
            "title": each.title,
            "due": each.due.isoformat(),
            "weekday": f"{each.due:%A}",
            "starts": each.starts.isoformat() if each.starts is not None else None,
            "counted": each.counted,
            "done": each.done.iso if each.done is not None else None,
            "state": str(each.state),
            "source": each.source,
        }
        for each in timeline.steps
    ]
    content = {
        "version": 1,
        "title": timeline.title,
        "today": timeline.today.isoformat(),
        "steps": steps,
        "notes": list(timeline.notes),
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
