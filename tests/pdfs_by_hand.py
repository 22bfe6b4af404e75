"""PDFs written object by object, for what no program would write: facts to be found, and files made to do harm.

The people and places in them are invented.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Final

PAGES: Final = {
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    4: "<< /Length 42 >>\nstream\nBT /F 12 Tf 20 200 Td (Hazel is here) Tj ET\nendstream",
    5: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
}
"""One page that says `Hazel is here`."""

Objects = Mapping[int, str | bytes]


def by_hand(changed: Objects = {}, trailer: str = "", header: str = "1.7") -> bytes:  # noqa: B006 it is never changed
    """A PDF of one page, with some of its objects changed or added."""
    return written({**PAGES, **changed}, trailer, header)


def written(objects: Objects, trailer: str = "", header: str = "1.7", before: bytes = b"", previous: int = 0) -> bytes:
    """Objects, table and trailer; after the bytes of an older state, as a program adds changes to a file."""
    out = bytearray(before or f"%PDF-{header}\n%\xe2\xe3\xcf\xd3\n".encode("latin-1"))
    table = b""
    for number, body in sorted(objects.items()):
        table += f"{number} 1\n{len(out):010} 00000 n \n".encode()
        raw = body.encode("latin-1") if isinstance(body, str) else body
        out += f"{number} 0 obj\n".encode() + raw + b"\nendobj\n"
    start = len(out)
    size = max(objects) + 1
    older = f"/Prev {previous} " if previous else ""
    out += b"xref\n0 1\n0000000000 65535 f \n" + table
    out += f"trailer\n<< /Size {size} /Root 1 0 R {older}{trailer} >>\nstartxref\n{start}\n%%EOF\n".encode("latin-1")
    return bytes(out)


def changed_later(data: bytes, objects: Objects, trailer: str = "") -> bytes:
    """The same file with changes added to its end."""
    return written(objects, trailer, before=data, previous=int(data.rpartition(b"startxref")[2].split()[0]))


def stream(data: bytes, entries: str = "", squeezed: bool = True) -> bytes:
    """The body of a stream object."""
    held = zlib.compress(data, 9) if squeezed else data
    filters = "/Filter /FlateDecode " if squeezed else ""
    return f"<< /Length {len(held)} {filters}{entries} >>\nstream\n".encode() + held + b"\nendstream"


def _nothings(size: int) -> bytes:
    """Very many noughts, squeezed, without ever holding them."""
    piece = 1 << 20
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    squeezed = squeezer.compress(bytes(piece)) + squeezer.flush(zlib.Z_FULL_FLUSH)
    sum_of_noughts = (size % 65521) << 16 | 1
    return b"\x78\xda" + squeezed * (size // piece) + squeezer.flush() + sum_of_noughts.to_bytes(4, "big")


def bomb(size: int, entries: str = "", filters: str = "/FlateDecode") -> bytes:
    """A small stream that says it holds very much."""
    held = _nothings(size)
    return f"<< /Length {len(held)} /Filter {filters} {entries} >>\nstream\n".encode() + held + b"\nendstream"


def page(more: str) -> str:
    """The one page's dictionary with more in it."""
    return str(PAGES[3]).replace("/Parent", f"{more} /Parent")


def root(more: str) -> str:
    """The catalogue with more in it."""
    return str(PAGES[1]).replace("/Pages", f"{more} /Pages")


def xmp(inside: str, spaces: str = "", encoding: str = "utf-8") -> bytes:
    """A stream of XMP properties."""
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" {spaces}>{inside}</rdf:Description>'
        "</rdf:RDF></x:xmpmeta>"
    )
    return stream(packet.encode(encoding), "/Type /Metadata /Subtype /XML")


def pack(objects: Objects, extends: str = "") -> bytes:
    index, bodies = "", b""
    for each, body in objects.items():
        index += f"{each} {len(bodies)} "
        bodies += (body.encode("latin-1") if isinstance(body, str) else body) + b" "
    entries = f"/Type /ObjStm /N {len(objects)} /First {len(index)} {extends}"
    return stream(index.encode() + bodies, entries)


def packed(packs: Mapping[int, bytes], inside: Mapping[int, tuple[int, int]], plain: Objects) -> bytes:
    """A file with a stream for a table: some objects are plain, others lie in streams of objects.

    `packs` are streams of objects by number; `inside` says of others in which of them they lie, and where.
    """
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    rows: dict[int, bytes] = {0: b"\0" + (0).to_bytes(4, "big") + b"\xff\xff"}
    for number, body in sorted({**plain, **packs}.items()):
        rows[number] = b"\1" + len(out).to_bytes(4, "big") + b"\0\0"
        raw = body.encode("latin-1") if isinstance(body, str) else body
        out += f"{number} 0 obj\n".encode() + raw + b"\nendobj\n"
    for number, (where, place) in inside.items():
        rows[number] = b"\2" + where.to_bytes(4, "big") + place.to_bytes(2, "big")
    own = max(rows) + 1
    start = len(out)
    rows[own] = b"\1" + start.to_bytes(4, "big") + b"\0\0"
    index = " ".join(f"{row} 1" for row in sorted(rows))
    table = b"".join(rows[row] for row in sorted(rows))
    entries = f"/Type /XRef /W [1 4 2] /Index [{index}] /Size {own + 1} /Root 1 0 R"
    out += f"{own} 0 obj\n".encode() + stream(table, entries) + f"\nendobj\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def in_packs() -> bytes:
    """The plain page, with its catalogue and its page tree in a stream of objects."""
    held = {1: PAGES[1], 2: PAGES[2], 3: PAGES[3]}
    plain = {4: PAGES[4], 5: PAGES[5]}
    return packed({6: pack(held)}, {1: (6, 0), 2: (6, 1), 3: (6, 2)}, plain)


def _packs_in_a_ring() -> bytes:
    first = pack({1: PAGES[1], 2: PAGES[2]}, "/Extends 7 0 R")
    second = pack({3: PAGES[3]}, "/Extends 6 0 R")
    plain = {4: PAGES[4], 5: PAGES[5]}
    return packed({6: first, 7: second}, {1: (6, 0), 2: (6, 1), 3: (7, 0)}, plain)


def _pack_in_itself() -> bytes:
    return packed({}, {6: (6, 0), 2: (6, 1), 3: (6, 2)}, {1: PAGES[1], 4: PAGES[4], 5: PAGES[5]})


def _bomb_of_objects() -> bytes:
    held = bomb(1 << 30, "/Type /ObjStm /N 3 /First 20")
    return packed({6: held}, {1: (6, 0), 2: (6, 1), 3: (6, 2)}, {4: PAGES[4], 5: PAGES[5]})


def _nested(opening: str, closing: str, times: int = 10_000) -> bytes:
    return by_hand({1: root("/Deep 6 0 R"), 6: opening * times + "0" + closing * times})


def _chain(count: int, key: str, more: str = "") -> Objects:
    """Objects from 10 on, each leading to the next."""
    numbers = range(10, 10 + count)
    return {number: f"<< /Title (Part {number}) /S /P {more} {key} {number + 1} 0 R >>" for number in numbers}


def _table_that_claims(entries: int) -> bytes:
    data = by_hand()
    return data.replace(b"xref\n0 1\n", f"xref\n0 {entries}\n".encode(), 1)


def _table_before_itself() -> bytes:
    data = by_hand()
    start = int(data.rpartition(b"startxref")[2].split()[0])
    return data.replace(b"/Root 1 0 R", f"/Root 1 0 R /Prev {start}".encode())


def _tables_in_a_ring() -> bytes:
    data = changed_later(by_hand(), {5: PAGES[5]})
    latest = int(data.rpartition(b"startxref")[2].split()[0])
    return data.replace(b"/Root 1 0 R ", f"/Root 1 0 R /Prev {latest} ".encode(), 1)


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>&a11;</dc:creator></x>'
    return by_hand({1: root("/Metadata 6 0 R"), 6: stream(text.encode(), "/Type /Metadata /Subtype /XML")})


def _one_long_entity() -> bytes:
    text = f'<!DOCTYPE x [<!ENTITY a "{"ha" * 50_000}">]><x><creator>{"&a;" * 50_000}</creator></x>'
    return by_hand({1: root("/Metadata 6 0 R"), 6: stream(text.encode(), "/Type /Metadata /Subtype /XML")})


def _properties_in_properties(times: int = 20_000) -> bytes:
    text = "<creator>a" * times + "</creator>" * times
    return by_hand({1: root("/Metadata 6 0 R"), 6: stream(text.encode(), "/Type /Metadata /Subtype /XML")})


def _drawing(entries: str, content: bytes = b"q 200 0 0 300 0 0 cm /I Do Q", data: bytes = b"\0" * 64) -> bytes:
    """A page with one picture on it."""
    resources = "/Resources << /XObject << /I 6 0 R >> >>"
    return by_hand({
        3: f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R {resources} >>",
        4: stream(content),
        6: stream(data, f"/Type /XObject {entries}"),
    })  # fmt: skip


def _many_notes(count: int) -> bytes:
    notes = "<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents (x) >> " * count
    return by_hand({3: page("/Annots 6 0 R"), 6: f"[{notes}]"})


def _many_labels(count: int = 65_535) -> bytes:
    labels = " ".join(f"{number} << /S /D /St {number + 1} >>" for number in range(count))
    return by_hand({1: root(f"/PageLabels << /Nums [{labels}] >>")})


def _calling_itself() -> bytes:
    """A drawing that draws itself twice: doubled with each step where nobody stops."""
    return _drawing("/Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /I 6 0 R >> >>", b"/I Do", b"/I Do /I Do")


def _forms_in_forms(steps: int = 40) -> bytes:
    """Each drawing draws the next one ten times: 10^40 in all."""
    forms = {
        number: stream(
            b"/I Do " * 10,
            f"/Type /XObject /Subtype /Form /BBox [0 0 200 300] /Resources << /XObject << /I {number + 1} 0 R >> >>",
        )
        for number in range(10, 10 + steps)
    }
    last: Objects = {10 + steps: stream(b"0 0 200 300 re f", "/Type /XObject /Subtype /Form /BBox [0 0 200 300]")}
    resources = "/Resources << /XObject << /I 10 0 R >> >>"
    first = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R {resources} >>"
    return by_hand({3: first, 4: stream(b"/I Do"), **forms, **last})


def _page_tree(depth: int, width: int) -> Objects:
    """Every node has the one below it for each of its kids: width^depth pages in a small file."""
    nodes: dict[int, str] = {1: "<< /Type /Catalog /Pages 10 0 R >>"}
    for level in range(10, 10 + depth):
        kids = f"{level + 1} 0 R " * width
        nodes[level] = f"<< /Type /Pages /Kids [{kids}] /Count {width ** (10 + depth - level)} >>"
    return {**nodes, 10 + depth: PAGES[3]}


HOSTILE: Final[dict[str, Callable[[], bytes]]] = {
    "a page tree that holds itself": lambda: by_hand({2: "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>"}),
    "a page tree that is its own parent": lambda: by_hand({
        2: "<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 2 0 R >>",
        3: str(PAGES[3]).replace("/MediaBox [0 0 200 300]", ""),
    }),
    "page trees in a ring": lambda: by_hand({
        2: "<< /Type /Pages /Kids [6 0 R] /Count 1 >>",
        6: "<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>",
    }),
    "10^24 pages out of 24 nodes": lambda: by_hand(_page_tree(24, 10)),
    "a page that says a thousand million": lambda: by_hand({2: "<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>"}),
    "no page at all": lambda: by_hand({2: "<< /Type /Pages /Kids [] /Count 0 >>"}),
    "no page tree": lambda: by_hand({1: "<< /Type /Catalog >>"}),
    "bookmarks in a ring": lambda: by_hand({
        1: root("/Outlines 6 0 R"),
        6: "<< /Type /Outlines /First 7 0 R /Last 8 0 R /Count 2 >>",
        7: "<< /Title (One) /Parent 6 0 R /Next 8 0 R /First 8 0 R >>",
        8: "<< /Title (Two) /Parent 6 0 R /Next 7 0 R /First 7 0 R >>",
    }),
    "2,500 bookmarks in a row": lambda: by_hand({
        1: root("/Outlines 6 0 R"), 6: "<< /Type /Outlines /First 10 0 R >>", **_chain(2_500, "/Next"),
    }),
    "bookmarks 5,000 deep": lambda: by_hand({
        1: root("/Outlines 6 0 R"), 6: "<< /Type /Outlines /First 10 0 R >>", **_chain(5_000, "/First"),
    }),
    "names in a ring": lambda: by_hand({
        1: root("/Names << /EmbeddedFiles 6 0 R /JavaScript 6 0 R >>"),
        6: "<< /Kids [7 0 R 6 0 R] >>",
        7: "<< /Kids [6 0 R 7 0 R] >>",
    }),
    "annotations that hold themselves": lambda: by_hand({
        3: page("/Annots 6 0 R"),
        6: "[6 0 R 7 0 R 3 0 R]",
        7: "<< /Subtype /Text /Rect [0 0 9 9] /Popup 7 0 R /Parent 7 0 R /IRT 7 0 R /P 3 0 R >>",
    }),
    "a reference to itself": lambda: by_hand({1: root("/Lang 6 0 R /Metadata 6 0 R"), 6: "6 0 R"}),
    "tags in a ring": lambda: by_hand({
        1: root("/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R"),
        6: "<< /Type /StructTreeRoot /K 7 0 R >>",
        7: "<< /S /P /P 6 0 R /K [7 0 R 6 0 R 8 0 R] >>",
        8: "<< /S /P /P 7 0 R /K 7 0 R >>",
    }),
    "tags 5,000 deep": lambda: by_hand({
        1: root("/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R"),
        6: "<< /Type /StructTreeRoot /K 10 0 R >>",
        **_chain(5_000, "/K"),
    }),
    "streams of objects in a ring": _packs_in_a_ring,
    "a stream of objects that holds itself": _pack_in_itself,
    "10,000 arrays in each other": lambda: _nested("[", "]"),
    "10,000 dictionaries in each other": lambda: _nested("<< /A ", " >>"),
    "a million arrays that do not end": lambda: _nested("[", "", 1_000_000),
    "a table that claims a thousand million entries": lambda: _table_that_claims(1_000_000_000),
    "a table before itself": _table_before_itself,
    "tables in a ring": _tables_in_a_ring,
    "1 GB in a page": lambda: by_hand({4: bomb(1 << 30)}),
    "1 GB in the properties": lambda: by_hand({
        1: root("/Metadata 6 0 R"), 6: bomb(1 << 30, "/Type /Metadata /Subtype /XML"),
    }),
    "1 GB in a stream of objects": _bomb_of_objects,
    "1 GB in a font": lambda: by_hand({
        5: "<< /Type /Font /Subtype /TrueType /BaseFont /Big /FontDescriptor 6 0 R >>",
        6: "<< /Type /FontDescriptor /FontName /Big /Flags 32 /FontFile2 7 0 R >>",
        7: bomb(1 << 30, "/Length1 1073741824"),
    }),
    "a font whose tables say 4 GB": lambda: by_hand({
        5: "<< /Type /Font /Subtype /TrueType /BaseFont /Big /FontDescriptor 6 0 R >>",
        6: "<< /Type /FontDescriptor /FontName /Big /Flags 32 /FontFile2 7 0 R >>",
        7: stream(b"\0\1\0\0\xff\xff" + bytes(6) + (b"glyf" + bytes(7) + b"\x10\xff\xff\xff\xf0") * 2_000),
    }),
    "squeezed 500 times": lambda: by_hand({4: bomb(1 << 20, filters="[" + "/FlateDecode " * 500 + "]")}),
    "squeezed in ten ways": lambda: by_hand({
        4: bomb(1 << 20, filters="[/ASCIIHexDecode /ASCII85Decode /LZWDecode /RunLengthDecode /FlateDecode /Crypt]"),
    }),
    "a picture of 100,000 by 100,000": lambda: _drawing(
        "/Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
    ),
    "a picture of 100,000 by 100,000 that unpacks": lambda: by_hand({
        3: page("/Annots []").replace("/Font << /F 5 0 R >>", "/XObject << /I 6 0 R >>"),
        4: stream(b"q 200 0 0 300 0 0 cm /I Do Q"),
        6: bomb(
            1 << 30,
            "/Type /XObject /Subtype /Image /Width 30000 /Height 30000 /BitsPerComponent 8 /ColorSpace /DeviceGray",
        ),
    }),
    "a huge page": lambda: by_hand({
        3: str(PAGES[3]).replace("[0 0 200 300]", "[-1000000000 -1000000000 1000000000 1000000000] /UserUnit 75000"),
    }),
    "a page as thin as a hair": lambda: by_hand({3: str(PAGES[3]).replace("[0 0 200 300]", "[0 0 0.0001 1000000000]")}),
    "a page without an area": lambda: by_hand({3: str(PAGES[3]).replace("[0 0 200 300]", "[0 0 0 0]")}),
    "a page whose box is no box": lambda: by_hand({3: str(PAGES[3]).replace("[0 0 200 300]", "[(a) null 2 0 R /B]")}),
    "a billion laughs in the properties": _laughs,
    "one long word 50,000 times in the properties": _one_long_entity,
    "20,000 properties in each other": _properties_in_properties,
    "200,000 annotations": lambda: _many_notes(200_000),
    "65,535 page labels": _many_labels,
    "a drawing that draws itself": _calling_itself,
    "a drawing of a drawing, 10^40 times": _forms_in_forms,
    "a title of 300 kB": lambda: by_hand({6: f"<< /Title ({'Hazel ' * 50_000}) >>"}, "/Info 6 0 R"),
    "a key of an odd kind everywhere": lambda: by_hand({
        1: root("/Lang [1] /MarkInfo 5 /StructTreeRoot (x) /Outlines 7 /Names [] /ViewerPreferences null /Metadata 8"),
        3: page("/Annots << /A 1 >>"),
    }),
    "annotations of an odd kind": lambda: by_hand({
        3: page("/Annots [1 null (x) [] << >> << /Subtype << /A 1 >> >> << /Subtype [1] /A [2] >>]"),
    }),
    "actions of an odd kind": lambda: by_hand({
        1: root("/OpenAction << /S [1] /Next 6 0 R >> /AA [1 2]"),
        6: "<< /S << /A 1 >> /Next 6 0 R /EF 5 /UF [1] /FT 7 >>",
    }),
    "nothing": lambda: b"",
    "a text": lambda: b"Hazel is invented, and this is no PDF.\n" * 20,
    "a beginning and no more": lambda: b"%PDF-1.7\n",
    "a table and nothing else": lambda: b"%PDF-1.7\nxref\n0 0\ntrailer\n<< >>\nstartxref\n9\n%%EOF\n",
    "30,000 empty objects": lambda: b"%PDF-1.7\n" + b"1 0 obj\n<<>>\nendobj\n" * 30_000,
    "100,000 lines that say where it starts": lambda: b"%PDF-1.7\n" + b"startxref\n" * 100_000,
    "five megabytes of opening signs": lambda: b"%PDF-1.7\n1 0 obj\n" + b"<<" * 2_500_000,
    "five megabytes of nothing": lambda: b"%PDF-1.7\n" + b"\0" * 5_000_000,
}  # fmt: skip
"""Files made to do harm, by what is wrong with each."""
