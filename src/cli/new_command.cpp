// planner new: a plan from a template, under fresh ids.
#include <algorithm>

#include "base/embedded.hpp"
#include "cli/command.hpp"
#include "cli/files.hpp"
#include "codec/plan_json.hpp"
#include "edit/fresh_ids.hpp"

namespace cli {
namespace {
std::string_view id_of(const base::EmbeddedFile& file) {
    return file.name.substr(0, file.name.find('.'));
}

// ID.json is in simplified Chinese, ID.LANGUAGE.json in another language.
std::string file_name(const std::string& id, const std::string& language) {
    return id + (language == "zh-Hans" ? "" : "." + language) + ".json";
}

Exit list(const Context& context, const Arguments& arguments) {
    std::string text;
    for (const base::EmbeddedFile& file : base::embedded_templates()) {
        const std::string id(id_of(file));
        if (file.name == file_name(id, "zh-Hans"))
            text += id + "\t" + std::string(context.words("template." + id)) + "\n";
    }
    return write(context, arguments, text);
}

Exit run(const Context& context, const Arguments& arguments) {
    if (arguments.has("--list")) return list(context, arguments);
    if (!arguments.has("--template")) return fail(context, {"usage-missing-option", "--template", "ID"});
    const std::string wanted = arguments.get("--template");
    const std::string wanted_file = file_name(wanted, arguments.get("--language", "zh-Hans"));
    const auto templates = base::embedded_templates();
    const auto found = std::ranges::find_if(templates, [&](const auto& file) { return file.name == wanted_file; });
    if (found == templates.end()) return fail(context, {"usage-unknown-template", wanted_file, {}});
    // A plan that somebody may have worked on for weeks must not go because a name was used twice.
    if (const std::string path = arguments.get("-o", "-"); exists(path) && !arguments.has("--force"))
        return fail(context, {"file-exists", path, {}});
    const base::Result<model::Plan> plan = codec::decode_plan(found->bytes);
    if (!plan) return fail(context, plan.error());
    model::Plan made = edit::with_fresh_ids(*plan, context.ids);
    model::Cover cover = made.cover();
    cover.template_id = wanted;
    made.put(std::move(cover));
    return write(context, arguments, codec::encode_plan(made));
}

constexpr Option options[] = {{"--list", ""}, {"--template", "ID"}, language_option, {"-o", "FILE"}, {"--force", ""}};
}  // namespace

const Command new_command{"new", {}, options, run};

}  // namespace cli
