#include "view/start.hpp"

#include "app/library.hpp"

namespace view {

std::vector<TemplateCard> template_cards(const base::Words& words) {
    std::vector<TemplateCard> cards;
    for (const std::string_view id : app::template_ids()) {
        TemplateCard& card = cards.emplace_back();
        card.id = id;
        card.title = words("template." + std::string(id));
        card.text = words("template." + std::string(id) + ".text");
        card.new_hint = words("action.new-from-template.hint", {card.title});
        card.example_hint = words("action.open-example.hint", {card.title});
    }
    return cards;
}

}  // namespace view
