# What python-docx reads out of a Word file, as JSON: an independent reader of what planner writes.
import json
import sys

import docx
from docx.oxml.ns import qn

document = docx.Document(sys.argv[1])
body = document.element.body


def text_of(element):
    return "".join(node.text or "" for node in element.iter(qn("w:t")))


paragraphs = [
    {"style": p.style.name, "text": text_of(p._p), "tags": [t.get(qn("w:val")) for t in p._p.iter(qn("w:tag"))]}
    for p in document.paragraphs
]
tables = [
    {
        "head": bool(table._tbl.tr_lst[0].findall(".//" + qn("w:tblHeader"))),
        "widths": [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.iter(qn("w:gridCol"))],
        "rows": [[text_of(cell) for cell in row.tc_lst] for row in table._tbl.tr_lst],
    }
    for table in document.tables
]
sections = [
    {
        "landscape": section.orientation == docx.enum.section.WD_ORIENT.LANDSCAPE,
        "size": [round(section.page_width.mm, 1), round(section.page_height.mm, 1)],
        "margins": [round(side.mm, 1) for side in (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)],
        "odd": text_of(section.footer._element),
        "even": text_of(section.even_page_footer._element),
    }
    for section in document.sections
]
properties = document.core_properties
print(
    json.dumps(
        {
            "title": properties.title,
            "author": properties.author,
            "subject": properties.subject,
            "language": properties.language,
            "identifier": properties.identifier,
            "evenAndOdd": document.settings.odd_and_even_pages_header_footer,
            "paragraphs": paragraphs,
            "tables": tables,
            "sections": sections,
            "tags": [t.get(qn("w:val")) for t in body.iter(qn("w:tag"))],
            "bookmarks": [b.get(qn("w:name")) for b in body.iter(qn("w:bookmarkStart"))],
        }
    )
)
