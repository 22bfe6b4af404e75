"""Where rules come from, as the catalogue names it."""

from __future__ import annotations

from typing import Final

SUMMER_TIME_ACT: Final = "Summer Time Act 1972, as the time zone database has it"
REASON: Final = "Working Together, as source 002 reports it; Warrington CSPR framework of March 2021, 4.2.5"
FRAMEWORK: Final = "Warrington CSPR framework of March 2021"
ACCESSIBLE: Final = "Public Sector Bodies Accessibility Regulations, SI 2018/852"
FRAMEWORK_4_2_2: Final = "Warrington CSPR framework of March 2021, 4.2.2"
SAMARITANS: Final = "Samaritans' media guidelines for reporting suicide, 2020"
LANGUAGE: Final = "The Children's Society and NAPAC, Child exploitation and abuse: an appropriate language guide, 2024"
WCAG: Final = "Web Content Accessibility Guidelines (WCAG) 2.2"
PLAIN: Final = "GOV.UK content design, which aims for a reading age of 9"
