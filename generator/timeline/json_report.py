"""Writes a timeline as JSON. Fields are only ever added."""

from __future__ import annotations

import json

from generator.timeline.timeline_model import Timeline


def as_json(timeline: Timeline) -> str:
    """Return `{"version": 1, "steps": [...]}`; a day that is not known is null."""
    steps = [
        {
            "key": step.key,
            "title": step.title,
            "due": step.due.isoformat(),
            "weekday": f"{step.due:%A}",
            "starts": step.starts.isoformat() if step.starts is not None else None,
            "counted": step.counted,
            "done": step.done.iso if step.done is not None else None,
            "planned": step.planned.iso if step.planned is not None else None,
            "state": str(step.state),
            "source": step.source,
        }
        for step in timeline.steps
    ]
    content = {
        "version": 1,
        "title": timeline.title,
        "today": timeline.today.isoformat(),
        "steps": steps,
        "notes": list(timeline.notes),
    }
    return json.dumps(content, ensure_ascii=False, indent=1)
