// report/kind_documents.hpp: the documents that show one side of a plan; what they share. Their request has a plan that
// is released for its profile, and of those about a round one that is there.
#pragma once

#include "analysis/inspection.hpp"
#include "analysis/outline.hpp"
#include "report/builder.hpp"
#include "report/kinds.hpp"

namespace report {

using Made = base::Result<Document>;

Made ledger_document(const DocumentRequest& request);
Made notice_document(const DocumentRequest& request);
Made circular_document(const DocumentRequest& request);
Made risks_document(const DocumentRequest& request);
Made communication_document(const DocumentRequest& request);
Made tasks_document(const DocumentRequest& request);
Made indicators_document(const DocumentRequest& request);
Made progress_document(const DocumentRequest& request);
Made summary_document(const DocumentRequest& request);

// Its title, what it is about, and the day as of which it counts.
void kind_front(Builder& b, const DocumentRequest& request, const std::string& title, const std::string& subtitle);
// "急诊科风险登记册": the department and what the kind is called.
std::string kind_title(const DocumentRequest& request);
void task_table(Builder& b, const std::vector<analysis::OutlineRow>& outline, base::Date today);
// Who issues it and when.
void kind_closing(Builder& b, const DocumentRequest& request);
Document kind_finished(Builder& b, const DocumentRequest& request, std::string title);

// 一是, 二是 … before the nth of several; "" before the only one.
std::string nth_text(const base::Words& words, int number, std::size_t of);
// Sentences in a row: "一是甲；二是乙。" without what stands at their own ends.
std::string in_a_row(const base::Words& words, const std::vector<std::string>& sentences);
std::string joined_texts(const std::vector<std::string>& texts, std::string_view separator);

// Of a task without parts: its last day has passed and it is neither done nor cancelled.
bool is_late(const model::Task& task, base::Date finish, base::Date today);

// A row of a table for each item, the cells made one by one.
Column kind_column(std::string header, int width, Align align = Align::Left);
KeyFigure figure_of(std::string label, std::size_t number, std::string note = {});

}  // namespace report
