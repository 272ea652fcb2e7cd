# Edits a Word file of planner as people do in Word: argv[1] is read, argv[2] written; then pairs of a tag and what its
# text becomes; "+" before the tag tracks the change. Then a comment, if the tag begins with "?".
import sys

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

document = docx.Document(sys.argv[1])
W = nsdecls("w")
HAND = 'w:author="李静" w:date="2026-11-20T10:30:00Z"'
for tag, text in zip(sys.argv[3::2], sys.argv[4::2]):
    kind = tag[0] if tag[0] in "+?" else ""
    control = next(
        t.getparent().getparent() for t in document.element.body.iter(qn("w:tag")) if t.get(qn("w:val")) == tag[len(kind) :]
    )
    content = control.find(qn("w:sdtContent"))
    if kind == "?":
        comments = f'<w:comments {W}><w:comment w:id="0" {HAND}><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment></w:comments>'
        part = Part(
            PackURI("/word/comments.xml"),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml",
            comments.encode(),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
        content.insert(0, parse_xml(f'<w:commentRangeStart {W} w:id="0"/>'))
        content.append(parse_xml(f'<w:commentRangeEnd {W} w:id="0"/>'))
        continue
    runs = list(content)
    for run in runs:
        content.remove(run)
    new = f"<w:r><w:t>{text}</w:t></w:r>"
    if kind == "+":
        deleted = parse_xml(f'<w:del {W} w:id="901" {HAND}/>')
        for run in runs:
            for t in run.findall(qn("w:t")):
                t.tag = qn("w:delText")
            deleted.append(run)
        content.append(deleted)
        content.append(parse_xml(f'<w:ins {W} w:id="902" {HAND}>{new}</w:ins>'))
    else:
        content.append(parse_xml(new.replace("<w:r>", f"<w:r {W}>")))
document.save(sys.argv[2])
