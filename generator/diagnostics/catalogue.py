"""Every code in one place. `docs/diagnostics.md` and `tests/sites/invalid/` are held to it by a test."""

from __future__ import annotations

from dataclasses import dataclass

from generator.diagnostics.diagnostic import Diagnostic, Location, Related, Severity

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_LONGEST = 500
"""Characters of a message or a hint."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a code stands for."""

    code: str
    slug: str
    """The name of its sample site, `<code>-<slug>`."""

    title: str
    severity: Severity
    why: str
    """Why it matters, to the people who read or keep the library."""

    source: str = "design of this library"
    """The rule's origin: a statute, a guidance, a framework, or this library's own design."""

    def found(
        self,
        message: str,
        location: Location | None = None,
        hint: str | None = None,
        related: tuple[Related, ...] = (),
    ) -> Diagnostic:
        """One finding under this rule. What was written into the message stays in one line of readable length."""
        return Diagnostic(self.code, _one_line(message), location, hint and _one_line(hint), related, self.severity)

    @property
    def anchor(self) -> str:
        """Its section in `docs/diagnostics.md`: `y102-a-key-stands-twice`."""
        words = "".join(each if each.isalnum() or each in " -" else "" for each in f"{self.code} {self.title}".lower())
        return words.replace(" ", "-")


def _one_line(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= _LONGEST else told[: _LONGEST - 3] + "..."


_SUMMER = "Summer Time Act 1972, as the time zone database has it"

_REASON = "Working Together, as source 002 reports it; Warrington CSPR framework of March 2021, 4.2.5"

_FRAMEWORK = "Warrington CSPR framework of March 2021"

_ACCESSIBLE = "Public Sector Bodies Accessibility Regulations, SI 2018/852"
_CLEAN = "Warrington CSPR framework of March 2021, 4.2.2"

_SAMARITANS = "Samaritans' media guidelines for reporting suicide, 2020"
_LANGUAGE = "The Children's Society and NAPAC, Child exploitation and abuse: an appropriate language guide, 2024"

_WCAG = "Web Content Accessibility Guidelines (WCAG) 2.2"
_PLAIN = "GOV.UK content design, which aims for a reading age of 9"

_RULES = (
    # the site as a whole
    Rule("S001", "no-site", "Not a library's folder", E, "The command has to know which folder holds the records."),
    Rule("S002", "engine-failed", "The engine could not build the frames", E, "Without frames no page can be poured."),
    Rule("S003", "missing-frame", "A frame is missing", E, "Pages of that folder have nothing to be poured into."),
    Rule("S004", "foreign-folder", "The output folder holds something else", E, "Building there would mix two things."),
    Rule("S005", "unreadable-file", "A file cannot be read", E, "What cannot be read cannot be published."),
    Rule("S006", "unexpected-file", "A record lies where none is looked for", W, "It would be left out in silence."),
    Rule("S007", "cannot-write", "The site cannot be written", E, "What is ready has nowhere to go."),
    Rule("S008", "search-index-failed", "The search index could not be made", W, "Readers could only browse."),
    # the text of a YAML file
    Rule("Y101", "yaml-syntax", "The file is not valid YAML", E, "Nothing in the file can be read."),
    Rule("Y102", "duplicate-key", "A key stands twice", E, "Only one of the two values would count."),
    Rule("Y103", "yes-or-no", "A bare yes, no, on or off", E, "YAML tools differ: some read it as true or false."),
    Rule("Y104", "odd-number", "A number that YAML tools read differently", E, "0123 is read as 83 by some tools."),
    Rule("Y105", "alias-or-tag", "A shorthand of YAML", E, "Part of the text would be lost."),
    Rule("Y106", "not-fields", "The file does not hold fields", E, "A record is written as `name: value` lines."),
    Rule("Y107", "not-utf-8", "The file is not UTF-8 text", E, "Letters would come out wrong on the page."),
    Rule(
        "Y108", "too-deep", "The file is nested too deeply or too long", E, "No record needs it; it may be an attack."
    ),
    # the shape of a record
    Rule("R201", "unknown-key", "A field that is not known", E, "A slip of the key would lose what was written."),
    Rule("R202", "missing-field", "A required field is missing", E, "The page could not say what it must."),
    Rule("R203", "wrong-type", "A value of the wrong kind", E, "A list is wanted and a text is there, or so."),
    Rule("R204", "bad-date", "Not a date", E, "Dates sort the library, and none is guessed."),
    Rule("R205", "bad-id", "Not a usable id", E, "Ids become addresses that never change."),
    Rule("R206", "duplicate-id", "Two records with one id", E, "They would have the same address."),
    Rule("R207", "bad-value", "A value that is not allowed here", E, "The page would be wrong or unsafe."),
    Rule("R208", "no-sources", "A case that names no source", W, "Nobody could check a fact later."),
    Rule("R209", "odd-synonyms", "Synonyms that say nothing new", W, "The search would find no more by them."),
    # the vocabulary and links between records
    Rule("V301", "unknown-type", "An unknown review type", E, "Types come from a closed list."),
    Rule("V302", "unknown-theme", "An unknown theme", E, "Themes come from a closed list."),
    Rule("V303", "unknown-harm", "An unknown harm", E, "Harms come from a closed list."),
    Rule("V304", "unknown-kind", "An unknown kind", E, "Kinds come from a closed list."),
    Rule("V305", "unknown-briefing", "An unknown briefing", E, "The link from the case would lead nowhere."),
    Rule("V306", "unknown-case", "An unknown case", E, "The link to the case would lead nowhere."),
    Rule("V307", "unknown-audience", "An unknown audience", E, "Audiences come from a closed list."),
    Rule("V308", "briefing-without-case", "A lessons learned briefing without its case", E, "It tells one case."),
    Rule("V309", "unused-briefing", "No case uses the briefing", N, "Readers find briefings through cases."),
    Rule(
        "V310",
        "wrong-series",
        "A briefing of the other series",
        E,
        "Cases list 7-minute briefings; an LLB names its case itself.",
    ),
    Rule("V311", "listed-twice", "The same thing is listed twice", W, "Readers would see it twice."),
    Rule(
        "V312",
        "low-contrast",
        "A colour that is hard to read",
        E,
        "Many people could not make the words out.",
        f"{_WCAG}, 1.4.3 and 1.4.11",
    ),
    Rule("V313", "reserved-theme", "A theme with an id of the library's own", E, "Two pages would have one address."),
    # documents
    Rule("D401", "missing-file", "The file is not there", E, "The download would fail."),
    Rule(
        "D402",
        "file-outside-folder",
        "The file lies outside its record's folder",
        E,
        "A record publishes only what lies beside it.",
    ),
    Rule(
        "D403",
        "document-says-nothing",
        "A document with no file, address or availability",
        E,
        "Readers must learn how to get it.",
    ),
    Rule(
        "D404",
        "document-says-two-things",
        "A document with two of file, address and availability",
        E,
        "Only one can be true.",
    ),
    Rule("D405", "reason-missing", "No reason is given", E, "What is not published is explained.", _REASON),
    Rule("D406", "unreadable-pdf", "The PDF cannot be opened", E, "Readers could not open it either."),
    # what was found inside a document; how much each weighs can be set in content/partnership.yml
    Rule(
        "D407", "untagged-pdf", "A PDF without tags", W, "A screen reader cannot tell headings from text.", _ACCESSIBLE
    ),
    Rule("D408", "untitled-pdf", "A PDF without a title", N, "Readers would see a file name instead.", _ACCESSIBLE),
    Rule(
        "D409",
        "pdf-without-language",
        "A PDF without a language",
        N,
        "A screen reader would guess how to speak it.",
        _ACCESSIBLE,
    ),
    Rule(
        "D410", "scanned-pdf", "A PDF of pictures", W, "Nobody can search it, and nothing can read it out.", _ACCESSIBLE
    ),
    Rule("D411", "protected-pdf", "A protected PDF", W, "Protection can shut out a screen reader.", _ACCESSIBLE),
    Rule(
        "D412",
        "comments-left-in",
        "Comments left in a PDF",
        W,
        "What was said among colleagues would be public.",
        _CLEAN,
    ),
    Rule("D413", "files-inside", "Files inside a PDF", W, "Whatever was attached would be public as well.", _CLEAN),
    Rule("D414", "scripts-inside", "Scripts inside a PDF", W, "A document that starts something is not safe to open."),
    Rule("D415", "names-in-properties", "Names in a PDF's properties", N, "They name who wrote it, or worse.", _CLEAN),
    Rule("D416", "another-title", "A PDF with another title", W, "It may be the wrong file."),
    Rule("D417", "another-type", "A file that is not what its name says", E, "Readers could not open it."),
    Rule("D418", "large-file", "A very large file", W, "On a phone it costs money and patience."),
    Rule("D419", "dead-link-in-pdf", "A PDF links to a page that does not exist", W, "Readers would meet a dead end."),
    Rule("D420", "accepted-for-nothing", "An exception that nothing needs", N, "It would hide the next fault."),
    Rule("D421", "cannot-be-cleaned", "The PDF cannot be cleaned", E, "What should not be public would be.", _CLEAN),
    Rule(
        "D422",
        "sheet-too-long",
        "Too much text for a sheet",
        W,
        "A team reads a sheet in seven minutes and a poster in passing.",
    ),
    Rule(
        "D423",
        "sheet-failed",
        "A sheet cannot be made",
        W,
        "A sheet with a hole in its text would say something else than the web page.",
    ),
    # addresses
    Rule("A501", "address-collision", "Two pages with one address", E, "One would overwrite the other."),
    Rule(
        "A502", "address-gone", "A published address is gone", E, "Printed, cited and saved links would lead nowhere."
    ),
    Rule("A503", "published-twice", "A published address is listed twice", W, "Only its first day is true."),
    Rule(
        "A504",
        "ledger-line-removed",
        "A line of the published addresses was taken out",
        E,
        "Nobody would notice any more that the address is gone.",
    ),
    Rule("A505", "redirect-loop", "Redirects that lead in a circle", E, "Readers would get nowhere."),
    Rule("A506", "redirect-chain", "A redirect to a redirect", W, "Each step is a wait, and some programs stop early."),
    Rule("A507", "redirect-to-nothing", "A redirect to nothing", E, "Readers would meet a dead end."),
    Rule(
        "A508", "redirect-from-page", "A redirect from an address that exists", E, "What is there could not be reached."
    ),
    Rule("A509", "redirect-twice", "An address that is led on twice", E, "Only one of the two would count."),
    Rule(
        "A510", "odd-old-address", "An address that cannot be led on", E, "No page and no server could be told of it."
    ),
    Rule(
        "A511", "ledger-in-one-line", "Published addresses in one line", E, "New ones are added as lines of their own."
    ),
    # prose and hand-written pages
    Rule("P601", "broken-prose-link", "A link in the text to something unknown", E, "Readers would meet a dead end."),
    Rule("P602", "raw-html", "HTML in the text", E, "Only plain text and CommonMark are safe and readable everywhere."),
    Rule("P603", "unknown-slot", "An unknown slot", E, "The place would stay empty."),
    Rule("P604", "broken-page-link", "A hand-written page links to nothing", E, "Readers would meet a dead end."),
    Rule(
        "P605",
        "link-to-unpublished",
        "A link in the text to something that is not public",
        E,
        "Its existence would be given away.",
    ),
    Rule(
        "P606",
        "vague-link",
        "A link that does not say where it leads",
        W,
        "Who has the links read out alone hears nothing of the text around them.",
        f"{_WCAG}, 2.4.4",
    ),
    Rule("P607", "hard-to-read", "A summary that is hard to read", N, "For many readers it is all they read.", _PLAIN),
    Rule(
        "P608",
        "inline-style",
        "A hand-written page carries its own style or script handler",
        W,
        "The security policy makes browsers ignore it, and nobody is told.",
    ),
    Rule(
        "P609",
        "skipped-heading",
        "Headings that do not lead through the page",
        W,
        "Who listens to a page finds the way by them.",
        f"{_WCAG}, 1.3.1",
    ),
    Rule(
        "P610",
        "image-without-text",
        "A picture without a text",
        E,
        "Who cannot see it learns nothing of it.",
        f"{_WCAG}, 1.1.1",
    ),
    Rule(
        "P611",
        "picture-from-elsewhere",
        "A picture from another site",
        E,
        "Another host would learn who reads what, and the security policy shows an empty place.",
    ),
    # language that does no harm
    Rule(
        "P640",
        "suicide-words",
        "Words about suicide that do harm",
        W,
        "They blame whoever died, or make suicide look like a way out.",
        _SAMARITANS,
    ),
    Rule(
        "P641",
        "suicide-method",
        "How or where somebody died by suicide",
        W,
        "What is told in detail is copied by people in despair.",
        _SAMARITANS,
    ),
    Rule(
        "P642",
        "victim-blaming",
        "Words that blame whoever was harmed",
        W,
        "Nobody is to blame for being abused, and who reads blame does not ask for help.",
        _LANGUAGE,
    ),
    Rule(
        "P643",
        "labelling-words",
        "Words that turn people into labels",
        W,
        "A person is more than an illness or a habit.",
        "Mind, media guidelines on talking about mental health",
    ),
    Rule(
        "P644",
        "debated-words",
        "Words of the field that are debated",
        N,
        "They say little of what happened, and families read them as blame.",
        "NSPCC Learning, Why language matters",
    ),
    Rule(
        "P645",
        "no-helpline",
        "A text about suicide without helplines",
        W,
        "Whoever reads it may need help at once.",
        _SAMARITANS,
    ),
    # what may tell who somebody is
    Rule("P620", "nhs-number", "An NHS number", W, "It is one person's alone.", _CLEAN),
    Rule("P621", "pupil-number", "A pupil's number", W, "It is one child's alone.", _CLEAN),
    Rule("P622", "insurance-number", "A National Insurance number", W, "It is one person's alone.", _CLEAN),
    Rule("P623", "case-number", "The number of a case or a crime", W, "It leads to the family's papers.", _CLEAN),
    Rule("P624", "day-of-birth", "A day of birth", W, "Who knows the family knows whose it is.", _CLEAN),
    Rule("P625", "exact-day", "A day in a story", N, "With the day the news of that day can be found.", _CLEAN),
    Rule("P626", "postcode", "A postcode", W, "It stands for a few houses.", _CLEAN),
    Rule("P627", "phone-number", "A phone number of somebody else", W, "It may be a family's or a worker's.", _CLEAN),
    Rule(
        "P628", "email-address", "An e-mail address of somebody else", W, "It may be a family's or a worker's.", _CLEAN
    ),
    Rule("P629", "street-address", "The address of a house", W, "It tells where somebody lives or lived.", _CLEAN),
    Rule(
        "P630", "exact-age", "An age that is too exact", W, "With the date of the review it gives a birthday.", _CLEAN
    ),
    Rule("P631", "undeclared-name", "A forename that is not declared", W, "A real name may have slipped in.", _CLEAN),
    Rule(
        "P632", "place-in-picture", "A picture that tells where it was taken", W, "It may be somebody's home.", _CLEAN
    ),
    Rule("P633", "accepted-finding-unneeded", "A finding accepted for nothing", N, "It would hide the next slip."),
    # states and dates
    Rule("T701", "scheduled-without-date", "Scheduled without a date", E, "Nobody knows when to publish it."),
    Rule(
        "T702", "withdrawn-without-reason", "Withdrawn without a reason", E, "What is withdrawn is explained.", _REASON
    ),
    Rule("T703", "undated-case", "A case without a date", N, "Readers cannot see how recent the learning is."),
    Rule("T704", "date-in-the-future", "Published in the future", W, "It is public today, before its own date."),
    Rule("T705", "contradicting-dates", "Dates that contradict each other", E, "One of the two is wrong."),
    Rule(
        "T706",
        "lessons-before-case",
        "Lessons of a case that is not public",
        E,
        "The briefing tells of a case that readers may not see.",
    ),
    # the days and times of events
    Rule("T708", "skipped-time", "A time that the clocks skip", E, "It never comes: no calendar can show it.", _SUMMER),
    Rule("T709", "time-twice", "A time that comes twice", W, "People may come an hour too early or late.", _SUMMER),
    Rule("T710", "time-without-day", "A time without a day", E, "Nobody knows when to come."),
    Rule("T711", "changed-before-announced", "Changed before it was announced", E, "One of the two dates is wrong."),
    Rule("T712", "no-beginning", "An event without its beginning", E, "What is said of it would be left out."),
    Rule(
        "T713",
        "one-time-alone",
        "A time for the start or the end alone",
        E,
        "A calendar takes two days or two times, never one of each.",
        "RFC 5545, 3.8.2.2",
    ),
    # the moment of publication
    Rule(
        "T720",
        "skipped-moment",
        "A moment that never comes",
        E,
        "Nobody could say when the record becomes public.",
        "Summer Time Act 1972, as the time zone database has it",
    ),
    Rule(
        "T721",
        "moment-twice",
        "A moment that comes twice",
        W,
        "The record may be public an hour before families and the press are told.",
        "Summer Time Act 1972, as the time zone database has it",
    ),
    # links of the built site
    Rule("L801", "broken-link", "A link to a page that does not exist", E, "Readers would meet a dead end."),
    Rule(
        "L802", "broken-anchor", "A link to a place that the page does not have", W, "Readers land at the top instead."
    ),
    Rule(
        "L803",
        "link-that-redirects",
        "A link that takes a redirect",
        W,
        "Readers wait twice, and the link breaks once the redirect goes.",
    ),
    Rule("L804", "orphan-page", "A page that no page links to", W, "Readers could only find it by chance."),
    Rule("L805", "unused-file", "A file that nothing uses", N, "It may have been meant for readers, or for nobody."),
    Rule(
        "L806",
        "malformed-address",
        "An address that cannot be followed",
        E,
        "Nothing happens when a reader chooses the link, or the wrong thing.",
    ),
    Rule("L807", "link-with-http", "A link to this site by http", N, "The first request goes in the open."),
    # addresses on other sites
    Rule("L811", "gone", "An address that is gone", W, "Readers meet a dead end."),
    Rule("L812", "moved-for-good", "An address that has moved for good", W, "Nobody keeps a redirect for ever."),
    Rule(
        "L813",
        "soft-404",
        "An address that shows something else",
        W,
        "Readers meet a dead end that programs take for a page.",
    ),
    Rule(
        "L814", "certificate", "A certificate that browsers refuse", W, "Readers meet a warning in place of the page."
    ),
    Rule("L815", "login-wall", "An address behind a password", N, "Readers may not get in."),
    Rule("L816", "server-trouble", "A server in trouble", W, "Readers wait for nothing."),
    Rule("L817", "html-for-pdf", "A web page in place of a PDF", W, "Readers do not get the document."),
    Rule("L818", "http-for-https", "http where https answers", N, "Others on the way can read what a reader reads."),
    Rule("L819", "not-asked", "Addresses that were not asked", N, "Nobody knows whether they work."),
    Rule("L820", "exception-expired", "A look by hand that is too long ago", W, "The link may be broken by now."),
    Rule("L821", "exception-for-nothing", "A link excused for nothing", N, "It would hide the next fault."),
    Rule(
        "L822", "private-address", "An address inside a private network", W, "Nobody outside that network can open it."
    ),
    # bulletins
    Rule("B901", "no-quarter", "A bulletin of no quarter", E, "Its address and its items come from its quarter."),
    Rule("B902", "empty-bulletin", "A bulletin with nothing to tell", W, "Readers would open it for nothing."),
    Rule("B903", "unknown-item", "A bulletin names an unknown record", E, "Readers would not find what was meant."),
    Rule("B904", "other-quarter", "A bulletin names a record of another quarter", E, "It would be told as new twice."),
    Rule("B905", "pinned-and-left-out", "An item that is pinned and left out", E, "Only one of the two can be meant."),
    Rule(
        "B906", "hidden-item", "A pinned record that is not public", E, "Its name would be told, or it would be missed."
    ),
    Rule("B907", "sent-without-record", "Sent, and not written down", E, "Nobody could say later what was sent."),
    Rule("B908", "items-before-sent", "Items of a bulletin that is not sent", E, "It would stop changing too early."),
    Rule("B909", "sent-too-early", "Sent before its quarter", E, "The page would tell a wrong date."),
    Rule("B910", "quarter-to-come", "A public bulletin of a quarter to come", W, "There is nothing to tell of it yet."),
    # a bulletin on its way out
    Rule("B950", "email-too-long", "An e-mail that would be cut", W, "Who reads it in Gmail would miss the end."),
    Rule("B951", "draft-bulletin", "A bulletin that is a draft", E, "A draft is sent to nobody by mistake."),
    Rule("B952", "no-such-bulletin", "A bulletin that is not there", E, "There is nothing to send."),
    Rule("B953", "no-sender", "An e-mail without a sender", N, "Readers trust an e-mail by who sends it."),
    # the years of annual reports
    Rule("B960", "odd-year", "Not a year", E, "A year's page has its address from the year, for good."),
    Rule(
        "B961", "uneven-row", "A row that does not fit its columns", E, "Numbers would stand under the wrong heading."
    ),
    Rule("B962", "negative-figure", "A number below nought", E, "Nothing can be counted so, and no chart can show it."),
    Rule("B963", "unknown-in-report", "The report's list names something unknown", E, "It would be lost in silence."),
    Rule("B964", "report-lists-unpublished", "The report's list names what is not public", E, "It would be left out."),
    Rule("B965", "year-to-come", "A year that has not begun", E, "Nothing can be known of it yet."),
    # the steps around publication
    Rule(
        "W901",
        "copies",
        "A copy that was sent too late",
        W,
        "Those who answer for the country want to read a report before the public does.",
        f"{_FRAMEWORK}, 4.2.8",
    ),
    Rule(
        "W902",
        "reviewer",
        "No lead reviewer is named",
        W,
        "Readers want to know who answers for what a report says.",
        f"{_FRAMEWORK}, 4.2.9",
    ),
    Rule(
        "W903",
        "report-holds",
        "A report without what the law wants in it",
        E,
        "A report that does not say why things went wrong, and what to do, teaches nobody.",
        "Working Together, as source 002 reports it",
    ),
    Rule(
        "W904",
        "availability",
        "A report that was there for too short a time",
        W,
        "People look for a report for months after it was in the news.",
        f"{_FRAMEWORK}, 4.2.9",
    ),
    Rule(
        "W905",
        "six-months",
        "A review that takes too long",
        W,
        "What is learnt late cannot help in the meantime, and families wait.",
        f"{_FRAMEWORK}, 4.1.8 and 4.1.9",
    ),
    Rule(
        "W906",
        "submission",
        "A report that was not sent on",
        N,
        "People who look for learning from the whole country do not find it.",
        f"{_FRAMEWORK}, 4.2.10; for SARs the habit of safeguarding adults boards",
    ),
    Rule("W907", "not-published", "A report held back without a reason", E, "Reports are published.", _REASON),
    Rule(
        "W908",
        "media-contact",
        "Nobody to answer the press",
        W,
        "Two offices that answer say two things.",
        f"{_FRAMEWORK}, 4.2.7",
    ),
    Rule(
        "W909",
        "impact",
        "No plan for the people close to a case",
        W,
        "Publication can hurt children, families and staff once more.",
        f"{_FRAMEWORK}, 4.2.6",
    ),
    Rule("W910", "legal-check", "No legal check", W, "A court may have forbidden what a report says."),
    Rule(
        "W911",
        "family-informed",
        "The family was not told",
        W,
        "Nobody should meet their own story in the news.",
        f"{_FRAMEWORK}, 4.2.6",
    ),
    Rule(
        "W912",
        "sign-off",
        "A report that was not signed off",
        W,
        "The partners answer for it together.",
        f"{_FRAMEWORK}, 4.2.4",
    ),
    Rule(
        "W913",
        "notification",
        "A notification that came too late",
        W,
        "The country has to know of what may happen elsewhere too.",
        f"{_FRAMEWORK}, 2.1.2",
    ),
    Rule(
        "W914",
        "to-panel",
        "A rapid review that took too long",
        W,
        "A rapid review is there to keep children safe now.",
        f"{_FRAMEWORK}, 3.2.2",
    ),
    Rule(
        "W915",
        "availability-review",
        "A report that has been there for its time",
        N,
        "Somebody decides whether it stays.",
        f"{_FRAMEWORK}, 4.2.9",
    ),
    Rule("W916", "step-accepted-for-nothing", "A step accepted for nothing", N, "It would hide the next fault."),
    Rule("W920", "private-file-without-case", "A private file of no case", W, "What it says would count for nothing."),
    Rule("W921", "no-private-folder", "The private folder cannot be read", E, "The rules would judge by half."),
    Rule(
        "W922",
        "private-folder-in-git",
        "The private folder is in the repository",
        E,
        "Everybody who can read the repository could read it.",
    ),
    # private terms: of these no finding shows a word
    Rule("G101", "private-term", "A private term would be public", E, "It would tell who somebody is.", _CLEAN),
    Rule(
        "G102", "nearly-a-private-term", "Nearly a private term", W, "A slip of the pen still names a person.", _CLEAN
    ),
    Rule(
        "G103", "terms-refused", "The list of private terms is refused", E, "It must not be published itself.", _CLEAN
    ),
    Rule("G104", "unfit-term", "A private term that cannot be looked for", E, "It would not be found, or everywhere."),
    Rule("G105", "not-searched", "A file that could not be searched", W, "Nobody knows what it says.", _CLEAN),
)

CATALOGUE: dict[str, Rule] = {each.code: each for each in _RULES}


def rule(code: str) -> Rule:
    """The rule of a code. A code that is not in the catalogue is a bug: KeyError."""
    return CATALOGUE[code]


def rule_named(slug: str) -> Rule:
    """The rule of a slug, `untagged-pdf`. A slug that is not in the catalogue is a bug: StopIteration."""
    return next(each for each in _RULES if each.slug == slug)
