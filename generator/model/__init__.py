"""Frozen data types for the terms of the field. All stages use them."""

from generator.model.addresses import Address
from generator.model.authorship import WrittenBy
from generator.model.briefing import Briefing, Section
from generator.model.briefing_series import BriefingSeries
from generator.model.bulletin import (
    Bulletin,
    BulletinItem,
    BulletinSection,
    BulletinStatus,
    ItemChange,
    PublishedBulletin,
    RelatedReading,
)
from generator.model.case import Case
from generator.model.destinations import Destination, Recipient, Repository
from generator.model.document import Availability, Document
from generator.model.document_rules import Accepted, DocumentRule
from generator.model.event_time import EventTime
from generator.model.frame import Frame, Frames
from generator.model.library import Library, RelatedCase
from generator.model.nation import Nation
from generator.model.notice import EventChange, Link, Notice
from generator.model.page import Asset, GeneratedFile, Page, PageKind, PagePlan, SharePicture
from generator.model.partial_date import PartialDate
from generator.model.partnership import Contact, Partnership
from generator.model.pdf_facts import HiddenText, HiddenTextCause, PdfFacts, PdfLink
from generator.model.periods import Quarter, ReportYear
from generator.model.publication import About, Correction, Publication, Status
from generator.model.published_addresses import (
    DocumentVersion,
    LinkException,
    LinkExceptions,
    PublishedAddress,
    PublishedUrls,
    Redirect,
    Redirects,
)
from generator.model.published_document import (
    AccessibilityIssue,
    DocumentReference,
    Picture,
    PublishedDocument,
    PublishedUpdate,
)
from generator.model.raw_record import FileInfo, MarkdownPage, RawRecord, Source
from generator.model.record_address import address_of, title_of
from generator.model.records import Located, Records
from generator.model.report_year import Year, YearStatus
from generator.model.server_redirect import ServerRedirect, site_address, split_address, to_server_redirect
from generator.model.site_sections import SiteSection
from generator.model.step_completion import Completion
from generator.model.steps import Step, step_for
from generator.model.tag_issues import TagIssue, TagIssueKind
from generator.model.vocabulary import Vocabulary
from generator.model.workflow import StepRule, Workflow
from generator.model.workflow_steps import WORKFLOW_STEPS, Counted, WorkflowStep

__all__ = [
    "WORKFLOW_STEPS",
    "About",
    "Accepted",
    "AccessibilityIssue",
    "Address",
    "Asset",
    "Availability",
    "Briefing",
    "BriefingSeries",
    "Bulletin",
    "BulletinItem",
    "BulletinSection",
    "BulletinStatus",
    "Case",
    "Completion",
    "Contact",
    "Correction",
    "Counted",
    "Destination",
    "Document",
    "DocumentReference",
    "DocumentRule",
    "DocumentVersion",
    "EventChange",
    "EventTime",
    "FileInfo",
    "Frame",
    "Frames",
    "GeneratedFile",
    "HiddenText",
    "HiddenTextCause",
    "ItemChange",
    "Library",
    "Link",
    "LinkException",
    "LinkExceptions",
    "Located",
    "MarkdownPage",
    "Nation",
    "Notice",
    "Page",
    "PageKind",
    "PagePlan",
    "PartialDate",
    "Partnership",
    "PdfFacts",
    "PdfLink",
    "Picture",
    "Publication",
    "PublishedAddress",
    "PublishedBulletin",
    "PublishedDocument",
    "PublishedUpdate",
    "PublishedUrls",
    "Quarter",
    "RawRecord",
    "Recipient",
    "Records",
    "Redirect",
    "Redirects",
    "RelatedCase",
    "RelatedReading",
    "ReportYear",
    "Repository",
    "Section",
    "ServerRedirect",
    "SharePicture",
    "SiteSection",
    "Source",
    "Status",
    "Step",
    "StepRule",
    "TagIssue",
    "TagIssueKind",
    "Vocabulary",
    "Workflow",
    "WorkflowStep",
    "WrittenBy",
    "Year",
    "YearStatus",
    "address_of",
    "site_address",
    "split_address",
    "step_for",
    "title_of",
    "to_server_redirect",
]
