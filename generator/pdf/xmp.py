"""The properties of a clean copy: its title, its language, and which standards the original said it meets."""

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
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"{spaces}>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
{standards}  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def properties_of(metadata: object) -> ElementTree.Element | None:
    """The XMP properties in a stream; None where there are none or nobody can read them."""
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
    """An XMP packet. The marks of PDF/UA and PDF/A stay: without them a file no longer says that it is accessible."""
    spaces, standards = "", ""
    for prefix, (space, names) in _STANDARDS.items():
        found = {name: value for name in names if (value := _mark(original, f"{{{space}}}{name}"))}
        if found:
            spaces += f' xmlns:{prefix}="{space}"'
            standards += "".join(f"   <{prefix}:{name}>{value}</{prefix}:{name}>\n" for name, value in found.items())
    packet = _PACKET.format(spaces=spaces, title=escape(title), language=escape(language), standards=standards)
    return packet.encode()


def _mark(properties: ElementTree.Element | None, name: str) -> str:
    """The value of a mark, written as an element or as an attribute; empty where there is none that could be one."""
    for each in properties.iter() if properties is not None else ():
        value = (each.text or "" if each.tag == name else each.get(name, "")).strip()
        if re.fullmatch(r"[\w.]{1,20}", value):
            return value
    return ""
