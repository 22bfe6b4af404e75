"""The chapter as plain data for programs. Later versions only add fields."""

from __future__ import annotations

from generator.render.year_chapter.chapter_model import Chapter
from generator.render.year_chapter.statutory_parts import StatutoryReport


def chapter_data(chapter: Chapter, site_url: str) -> dict[str, object]:
    """Return the year, its reviews, and the parts that the law asks for. Addresses are absolute."""
    return {
        "year": chapter["id"],
        "span": chapter["span"],
        "is_over": chapter["is_over"],
        "reviews": [
            {
                "title": each["title"],
                "address": site_url + each["address"],
                "type": each["what"],
                "published": each["date"],
                "summary": each["text"],
            }
            for each in chapter["reviews"]
        ],
        "annual_reports": [_report(each, site_url) for each in chapter["statutory"]],
    }


def _report(report: StatutoryReport, site_url: str) -> dict[str, object]:
    return {
        "id": report["id"],
        "heading": report["heading"],
        "source": report["source"],
        "parts": [
            {
                "paragraph": part["paragraph"],
                "heading": part["heading"],
                "items": [{**item, "address": site_url + item["address"]} for item in part["items"]],
            }
            for part in report["parts"]
        ],
        "not_in_the_records": [{"paragraph": paragraph, "heading": label} for paragraph, label in report["elsewhere"]],
    }
