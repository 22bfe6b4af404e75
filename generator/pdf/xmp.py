"""The properties of a clean copy: its title, its language, and which standards the original said it meets."""

from __future__ import annotations

import re
from html import escape
from typing import Final

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


def properties_as_xmp(original: object, title: str, language: str) -> bytes:
    """An XMP packet. The marks of PDF/UA and PDF/A stay: without them a file no longer says that it is accessible."""
    text = original.get_data().decode("utf-8", errors="replace") if isinstance(original, StreamObject) else ""
    spaces, standards = "", ""
    for prefix, (space, names) in _STANDARDS.items():
        found = {
            name: match[1] or match[2]
            for name in names
            if (match := re.search(rf'\b{prefix}:{name}(?:>\s*([\w.]+)\s*<|\s*=\s*["\']([\w.]+)["\'])', text))
        }
        if found:
            spaces += f' xmlns:{prefix}="{space}"'
            standards += "".join(f"   <{prefix}:{name}>{value}</{prefix}:{name}>\n" for name, value in found.items())
    packet = _PACKET.format(spaces=spaces, title=escape(title), language=escape(language), standards=standards)
    return packet.encode()
