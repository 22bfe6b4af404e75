"""The stages of a type of review, as a picture and as a list with the same content."""

from __future__ import annotations

from markupsafe import Markup

from generator.languages import gettext as _
from generator.model.review_type import ReviewType
from generator.render.charts import Box, as_svg, draw_flow_chart


def review_process_view(review_type: ReviewType) -> dict[str, object]:
    """Return the values for the template: the picture, and the stages in order."""
    stages = review_type.process
    boxes = [
        Box(f"{number}. {stage.label}", tuple(line for line in (stage.limit, _or(stage.otherwise)) if line))
        for number, stage in enumerate(stages, 1)
    ]
    title = _("The stages of a review: {type}").format(type=review_type.label)
    description = _("{number} boxes, one below the other, joined by arrows. The list has the same stages.").format(
        number=len(stages)
    )
    picture = as_svg(draw_flow_chart(boxes), title, description, f"process-{review_type.id}")
    return {
        "picture": Markup(picture),  # noqa: S704 drawn here, and every text in it is escaped
        "stages": [
            {"label": each.label, "text": each.text, "limit": _open(each.limit), "otherwise": _open(each.otherwise)}
            for each in stages
        ],
        "source": review_type.source or "",
    }


def _open(text: str | None) -> str:
    """Return a text without a full stop at its end: the page adds one."""
    return (text or "").rstrip(".")


def _or(otherwise: str | None) -> str:
    return _("Or: {otherwise}").format(otherwise=_open(otherwise)) if otherwise else ""
