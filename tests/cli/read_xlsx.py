# What openpyxl reads out of a workbook, as JSON: an independent reader of what planner writes.
import datetime
import json
import sys

import openpyxl

book = openpyxl.load_workbook(sys.argv[1])


def plain(value):
    return {"day": value.date().isoformat()} if isinstance(value, datetime.datetime) else value


print(
    json.dumps(
        {
            "title": book.properties.title,
            "sheets": [
                {
                    "name": sheet.title,
                    "frozen": sheet.freeze_panes,
                    "filter": sheet.auto_filter.ref,
                    "repeated": sheet.print_title_rows,
                    "hidden": [name for name, column in sheet.column_dimensions.items() if column.hidden],
                    "validated": [str(one.sqref) for one in sheet.data_validations.dataValidation],
                    "rows": [[plain(cell.value) for cell in row] for row in sheet.iter_rows()],
                    "formulas": sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row),
                }
                for sheet in book.worksheets
            ],
        }
    )
)
