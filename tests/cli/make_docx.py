# A Word file as people make them, by python-docx and by hand where that has no word for it: styles, numbers by
# numbering.xml, merged cells, a text box, tracked changes, comments, a table of contents, a note. To the file argv[1].
import sys

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

W = nsdecls("w")
document = docx.Document()
numbering = document.part.numbering_part.element


def list_of(number, levels):
    xml = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (form, text) in enumerate(levels)
    )
    numbering.insert(0, parse_xml(f'<w:abstractNum {W} w:abstractNumId="{number}">{xml}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


list_of(71, [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%2.%3")])
list_of(72, [("bullet", "\uf0b7")])


def paragraph(text, list_number=None, level=0, style=None, bold=False):
    one = document.add_paragraph(style=style)
    run = one.add_run(text)
    run.bold = bold or None
    if list_number is not None:
        one._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="{list_number}"/></w:numPr>')
        )
    return one


def raw(paragraph_of, xml):
    paragraph_of._p.append(parse_xml(xml))


document.add_heading("门诊导诊改进计划", 0)
paragraph("编制人：周平")
contents = parse_xml(
    f'<w:sdt {W}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>目录</w:t></w:r></w:p><w:p><w:r><w:t>引言\t1</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)
document.element.body.insert(2, contents)
paragraph("引言", 71, style="Heading 1")
intro = paragraph("本计划为改进导诊而写")
raw(intro, f'<w:ins {W} w:id="1" w:author="李静" w:date="2026-11-20T10:30:00Z"><w:r><w:t>，自十一月起执行</w:t></w:r></w:ins>')
raw(intro, f'<w:del {W} w:id="2" w:author="李静" w:date="2026-11-20T10:31:00Z"><w:r><w:delText>删去的话</w:delText></w:r></w:del>')
raw(intro, f"<w:r {W}><w:t>。</w:t></w:r>")
raw(
    intro,
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"><mc:AlternateContent>'
    '<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>框里的说明。</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>'
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的说明。</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>",
)
raw(intro, f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>看不见的字</w:t></w:r>")
paragraph("关键任务", 71, style="Heading 1")
paragraph("任务一：培训导诊员", style="Heading 3")
paragraph("描述：讲解流程", 72)
paragraph("子任务1.1：编写讲义", 72)
paragraph("风险评估", 71, style="Heading 1")

table = document.add_table(rows=4, cols=3)
for row, texts in enumerate([["风险登记表", "", ""], ["风险因素", "影响程度", "备注"], ["人手不足", "候诊变长", "高峰时段"], ["设备故障", "", ""]]):
    for column, text in enumerate(texts):
        table.cell(row, column).text = text
table.cell(0, 0).merge(table.cell(0, 2))
table.cell(2, 1).merge(table.cell(3, 1))

paragraph("沟通机制", 71, style="Heading 1")
form = document.add_table(rows=2, cols=4)
for row, texts in enumerate([["审核人", "吴敏", "批准人", "郑华"], ["编制日期", "2026年11月5日", "", ""]]):
    for column, text in enumerate(texts):
        form.cell(row, column).text = text
paragraph("末尾一句。")

if len(sys.argv) > 2:  # with comments, which python-docx before 1.2 cannot write
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    comments = (
        f'<w:comments {W}><w:comment w:id="0" w:author="王芳" w:date="2026-11-21T08:00:00Z" w:initials="W">'
        "<w:p><w:r><w:t>请补上人数。</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    part = Part(PackURI("/word/comments.xml"), content, comments, document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.COMMENTS)
    intro._p.insert(1, parse_xml(f'<w:commentRangeStart {W} w:id="0"/>'))
    intro._p.append(parse_xml(f'<w:commentRangeEnd {W} w:id="0"/>'))

document.save(sys.argv[1])
