"""The nouns of the field, frozen: what every stage speaks of."""

from generator.model.addresses import Address
from generator.model.briefing import Briefing, Section, Series
from generator.model.bulletin import (
    Bulletin,
    BulletinItem,
    BulletinSection,
    BulletinStatus,
    ItemChange,
    PublishedBulletin,
    Reading,
    SentItem,
)
from generator.model.case import Case
from generator.model.document import Availability, Document, Picture, PublishedDocument, PublishedUpdate, Shortfall
from generator.model.document_rules import Accepted, DocumentRule
from generator.model.event_time import EventTime
from generator.model.frame import Frame, Frames
from generator.model.library import Library, RelatedCase
from generator.model.notice import EventChange, Link, Notice
from generator.model.page import Asset, Page, PageKind, PagePlan, PlainFile, SharePicture
from generator.model.partial_date import PartialDate
from generator.model.partnership import Contact, Partnership
from generator.model.pdf_facts import PdfFacts, PdfLink
from generator.model.periods import Quarter, ReportYear
from generator.model.publication import About, Publication, Status
from generator.model.published_addresses import (
    LinkException,
    LinkExceptions,
    PublishedAddress,
    PublishedUrls,
    Redirect,
    Redirects,
    Version,
)
from generator.model.raw_record import FileFacts, HandwrittenPage, RawRecord, Source
from generator.model.record_address import address_of
from generator.model.records import Located, Records
from generator.model.report_year import Year, YearStatus
from generator.model.server_redirect import Moved, inside, moved, split_address
from generator.model.step_kinds import StepRule
from generator.model.steps import Step
from generator.model.vocabulary import Vocabulary
from generator.model.workflow import Workflow

__all__ = [
    "About",
    "Accepted",
    "Address",
    "Asset",
    "Availability",
    "Briefing",
    "Bulletin",
    "BulletinItem",
    "BulletinSection",
    "BulletinStatus",
    "Case",
    "Contact",
    "Document",
    "DocumentRule",
    "EventChange",
    "EventTime",
    "FileFacts",
    "Frame",
    "Frames",
    "HandwrittenPage",
    "ItemChange",
    "Library",
    "Link",
    "LinkException",
    "LinkExceptions",
    "Located",
    "Moved",
    "Notice",
    "Page",
    "PageKind",
    "PagePlan",
    "PartialDate",
    "Partnership",
    "PdfFacts",
    "PdfLink",
    "Picture",
    "PlainFile",
    "Publication",
    "PublishedAddress",
    "PublishedBulletin",
    "PublishedDocument",
    "PublishedUpdate",
    "PublishedUrls",
    "Quarter",
    "RawRecord",
    "Reading",
    "Records",
    "Redirect",
    "Redirects",
    "RelatedCase",
    "ReportYear",
    "Section",
    "SentItem",
    "Series",
    "SharePicture",
    "Shortfall",
    "Source",
    "Status",
    "Step",
    "StepRule",
    "Version",
    "Vocabulary",
    "Workflow",
    "Year",
    "YearStatus",
    "address_of",
    "inside",
    "moved",
    "split_address",
]
