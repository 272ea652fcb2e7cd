# A workbook as people make them, by openpyxl: a title above the table, merged cells, days of the 1904 system, totals, a
# second sheet. To the file argv[1].
import datetime
import sys

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904

book = openpyxl.Workbook()
book.epoch = CALENDAR_MAC_1904
tasks = book.active
tasks.title = "工作安排"
tasks["A1"] = "门诊部任务清单"
tasks.merge_cells("A1:E1")
for row in [
    ["序号", "任务名称", "责任人", "开始时间", "完成时间"],
    [1, "培训导诊员", "周平", datetime.date(2026, 3, 5), datetime.date(2026, 4, 30)],
    [2, "更换指示牌", None, datetime.date(2026, 5, 6), datetime.date(2026, 5, 29)],
    ["合计", None, None, None, 2],
]:
    tasks.append(row)
tasks.merge_cells("C3:C4")
risks = book.create_sheet("风险")
for row in [["风险因素", "影响程度"], ["人手不足", "候诊变长"]]:
    risks.append(row)
book.create_sheet("空表")
book.save(sys.argv[1])
