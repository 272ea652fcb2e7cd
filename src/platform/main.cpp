// The page's program: hands the platform's frames to the interface.
#include "platform/program.hpp"
#include "ui/frame.hpp"

namespace {

class Page final : public platform::Program {
  public:
    void start(const platform::Fonts& fonts) override { interface_.start({fonts.regular, fonts.bold, fonts.icons}); }
    void frame(const app::FrameInput& input, app::FrameOutput& output) override { interface_.frame(input, output); }

  private:
    ui::Interface interface_;
};

}  // namespace

int main() {
    static Page page;
    platform::run(page);
}
