"""Reads and writes the XMP properties of a PDF: title, language, and the standards that it claims to meet."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from html import escape
from typing import Final
from xml.etree import ElementTree

from pypdf.generic import StreamObject

_STANDARDS: Final = {
    "pdfuaid": ("http://www.aiim.org/pdfua/ns/id/", ("part", "rev", "amd", "corr")),
    "pdfaid": ("http://www.aiim.org/pdfa/ns/id/", ("part", "conformance", "rev", "amd")),
}

_PACKET: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"{namespaces}>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{standards}  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def properties_of(metadata: object) -> ElementTree.Element | None:
    """Return the XMP properties in a stream; None if there are none or they cannot be parsed."""
    if not isinstance(metadata, StreamObject):
        return None
    data = metadata.get_data()
    if not data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        data = data.strip(b"\0 \r\n\t")
    try:
        return ElementTree.fromstring(data)  # noqa: S314 in a process with limits
    except (ElementTree.ParseError, ValueError, LookupError):
        return None


def properties_as_xmp(original: ElementTree.Element | None, title: str, language: str) -> bytes:
    """Return an XMP packet, with the PDF/UA and PDF/A marks of the original.

    Without these marks, a file no longer says that it is accessible.
    """
    namespaces, standards = "", ""
    for prefix, (namespace, names) in _STANDARDS.items():
        marks = {name: value for name in names if (value := _mark(original, f"{{{namespace}}}{name}"))}
        if marks:
            namespaces += f' xmlns:{prefix}="{namespace}"'
            standards += "".join(f"   <{prefix}:{name}>{value}</{prefix}:{name}>\n" for name, value in marks.items())
    packet = _PACKET.format(namespaces=namespaces, title=escape(title), language=escape(language), standards=standards)
    return packet.encode()


def _mark(properties: ElementTree.Element | None, name: str) -> str:
    """Return the value of a mark, written as an element or as an attribute; empty if there is no valid one."""
    for element in properties.iter() if properties is not None else ():
        value = (element.text or "" if element.tag == name else element.get(name, "")).strip()
        if re.fullmatch(r"[\w.]{1,20}", value):
            return value
    return ""
