// app/search.hpp: what the search box finds: pages, actions, and every text of every row, each with its place.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/pages.hpp"
#include "base/words.hpp"
#include "model/plan.hpp"

namespace app {

class Workspace;
struct Action;

struct TextPlace {
    model::RecordType record;
    model::Id id;
    const model::FieldInfo* field;
    bool operator==(const TextPlace&) const = default;
};

struct Found {
    std::string title;    // of what is gone to: a page, an action, a row ("" if the row has no text for it)
    std::string place;    // in words: "任务 › 所需资源"; of an action its keys
    std::string excerpt;  // the words around what was found; "" where the title itself says it
    std::variant<Page, const Action*, TextPlace> target;
};

struct TextsFound {
    std::vector<Found> shown;  // by titles first, then by the other texts, each in the order of the plan
    std::size_t more = 0;      // that were found, too
};

// Every text that people enter, entries of lists included, with ASCII letters of either case; one per field.
TextsFound find_texts(const model::Plan& plan, const base::Words& words, std::string_view wanted, std::size_t limit);

// Pages by their names, then the actions that are possible now.
std::vector<Found> find_commands(const Workspace& work, std::string_view wanted);

// Remembers what it found last, for a box that asks in every frame and begins anew for another language.
class TextSearch {
  public:
    static constexpr std::size_t limit = 60;
    const TextsFound& find(const model::Plan& plan, const base::Words& words, std::string_view wanted);

  private:
    std::optional<model::Plan> plan_;  // a copy, which makes same() sound
    std::string wanted_;
    TextsFound found_;
};

}  // namespace app
