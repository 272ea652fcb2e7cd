// app/workspace.hpp: the running application without its picture: its parts, and what happens in a frame.
//
// A frame goes: begin() takes in what the platform reports → panels read the workspace, which is const for them, and
// push commands → finish() carries them out, stores what has changed and hands requests out.
#pragma once

#include "app/parts.hpp"

namespace app {

class Workspace {
  public:
    // files: what is stored; the platform keeps them equal to it. They outlive the workspace.
    explicit Workspace(const store::Files& files);

    // ---- the parts, as panels read them
    [[nodiscard]] const Document& document() const { return parts_.document; }
    [[nodiscard]] const Desk& desk() const { return parts_.desk; }
    [[nodiscard]] const Library& library() const { return parts_.library; }
    [[nodiscard]] const Errands& errands() const { return parts_.errands; }
    [[nodiscard]] const Reports& reports() const { return parts_.reports; }
    [[nodiscard]] const Circulation& circulation() const { return parts_.circulation; }
    [[nodiscard]] const Vault& vault() const { return parts_.vault; }
    [[nodiscard]] const RowTransfer& transfer() const { return parts_.transfer; }
    [[nodiscard]] const analysis::Today& today() const { return parts_.clock.today; }
    [[nodiscard]] bool update_ready() const { return parts_.update_ready; }

    // ---- what panels read most
    [[nodiscard]] bool has_plan() const { return parts_.document.is_open(); }
    [[nodiscard]] const model::Plan& plan() const { return parts_.document.plan(); }
    [[nodiscard]] const Derived& derived() const { return parts_.document.derived(); }
    [[nodiscard]] bool read_only() const { return parts_.document.read_only(); }
    [[nodiscard]] const View& view() const { return parts_.desk.view(); }
    [[nodiscard]] const DialogState& dialog() const { return parts_.desk.dialog(); }
    [[nodiscard]] const base::Words& words() const { return parts_.desk.words(); }

    // ---- a frame
    void begin(const FrameInput& input);
    void finish(Commands wanted, FrameOutput& output);

  private:
    void take_event(const PlatformEvent& event);
    void carry_out_all(Commands commands);
    void store_frame();
    void vault_frame();
    void update_frame();

    Parts parts_;
    std::optional<model::Plan> worked_on_;  // what was computed from in this frame, and
    double work_due_ = -1;                  // in how many seconds to go on
};

}  // namespace app
