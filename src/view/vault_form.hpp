// view/vault_form.hpp: the form of one application of the private store, and what is wrong with a new passphrase.
#pragma once

#include <string>
#include <vector>

#include "view/entry.hpp"
#include "view/form.hpp"

namespace view {

enum class Numbers : std::uint8_t { Masked, Shown };  // those of identity and telephone

struct ApplicationField {
    FormField field;
    std::string masked = {};  // shown instead of the value, which then cannot be edited; "": as it is
    std::vector<std::string> problems = {};
};
std::vector<ApplicationField> application_fields(const app::Workspace& work, const app::Application& application,
                                                 Numbers numbers);

// Takes what is entered there. The copy that it works on is overwritten at its end.
class ApplicationSink : public ValueSink {
  public:
    ApplicationSink(app::Commands& commands, const app::Application& application)
        : commands_(commands), row_(application) {}
    ~ApplicationSink() override { app::wipe(row_); }
    void set(const model::FieldInfo& field, const model::Value& value) override;
    void seal() override { commands_.push(app::SettleApplications{}); }

  private:
    app::Commands& commands_;
    app::Application row_;
};

enum class PassphraseFault : std::uint8_t { None, TooShort, Differ };
PassphraseFault fault_of(std::string_view passphrase, std::string_view again);
std::string fault_text(const base::Words& words, PassphraseFault fault);  // "": there is none

}  // namespace view
