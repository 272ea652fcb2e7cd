// tests/view/as_text.hpp: view-models as text, one line a row, so that tests read like the page.
#pragma once

#include <string>

#include "view/figures.hpp"
#include "view/form.hpp"
#include "view/gantt_state.hpp"
#include "view/head.hpp"
#include "view/ledger.hpp"
#include "view/overview.hpp"
#include "view/risks.hpp"
#include "view/table.hpp"

namespace view_test {

// The beginning of a text, on one line.
std::string brief(std::string_view text, std::size_t code_points = 24);

std::string text_of(const view::Cell& cell);
std::string text_of(const view::Row& row);
// Columns, then at most so many rows.
std::string text_of(const view::Table& table, std::size_t most = 8);
std::string text_of(const view::KeyFigures& figures);
std::string text_of(const std::vector<view::MatrixCell>& cells);
std::string text_of(const view::RiskLevels& levels);
std::string text_of(const view::FindingSteps& steps);
std::string text_of(const view::PageHead& head);
// What stands in the fields, with what was found of each; then the rows below it and the notes.
std::string form_text(const app::Workspace& work, const model::RecordInfo& info, const model::Row& row);
std::string text_of(const view::Inspector& inspector);
// The bar drawn with characters, as many as the scale is wide.
std::string picture_of(const view::Bar& bar, float width);

}  // namespace view_test
