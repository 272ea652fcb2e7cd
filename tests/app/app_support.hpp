// tests/app/app_support.hpp: the whole application without a picture, on a platform that keeps files in memory.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "app/workspace.hpp"
#include "store/files.hpp"
#include "support/files.hpp"

namespace app_test {

using namespace app;

struct App {
    store::MemoryFiles files;
    Workspace work{files};
    FrameOutput last;  // of the last frame
    std::map<std::string, std::string> preferences;
    std::vector<std::string> announced;
    std::vector<DownloadFile> downloads;
    std::vector<PrintHtml> printed;
    std::vector<std::uint32_t> errands;  // that were asked for
    std::vector<PlanAtWork> told;
    std::vector<PlatformEvent> events;  // for the next frame
    bool answers = true;                // false: what is asked stays open
    std::vector<std::uint32_t> unanswered;
    double seconds = 0;
    char random;  // what all random bytes are

    explicit App(std::vector<std::pair<std::string, std::string>> kept = {}, store::MemoryFiles stored = {},
                 char seed = 'r')
        : files(std::move(stored)), random(seed) {
        events.emplace_back(Started{std::move(kept), {}, "zh-CN", {}, "writer"});
        settle();
        REQUIRE(work.library().ready());
    }

    // One frame in which a panel wants these.
    void frame(Commands wanted = {}) {
        FrameInput input;
        input.seconds = seconds += 0.1;
        input.now_minutes = base::Moment::parse("2026-06-30T10:00")->minutes();
        input.events = std::exchange(events, {});
        last = {};
        work.begin(input);
        work.finish(std::move(wanted), last);
        for (Request& request : last.requests) std::visit([&](auto& each) { carry_out(each); }, request);
    }
    template <class... Wanted> void want(Wanted... wanted) {
        Commands commands;
        (commands.push(std::move(wanted)), ...);
        frame(std::move(commands));
    }
    void settle() {  // until nothing is under way
        for (int i = 0; i < 50; ++i) frame();
    }
    void open(const model::Plan& plan) {
        want(Adopt{plan});
        settle();
    }
    [[nodiscard]] std::string said() const {  // the messages on screen
        std::string text;
        for (const Message& message : work.desk().messages()) text += message.text + "\n";
        return text;
    }

  private:
    void answer(std::uint32_t id, bool ok, std::string code, std::string bytes) {
        if (!answers) return unanswered.push_back(id);
        events.emplace_back(Answer{id, ok, std::move(code), std::move(bytes)});
    }
    void carry_out(const RandomBytes& wanted) { answer(wanted.id, true, {}, std::string(wanted.count, random)); }
    void carry_out(const FetchAsset& wanted) {
        const bool there = std::filesystem::exists(wanted.path);
        answer(wanted.id, there, there ? "" : "404", there ? support::read_file(wanted.path) : std::string());
    }
    void carry_out(const StoreFiles& wanted) {
        for (const StoreFiles::File& file : wanted.put) files.files[file.path] = file.bytes;
        for (const std::string& path : wanted.remove) files.files.erase(path);
        answer(wanted.id, true, {}, {});
    }
    void carry_out(const ReadFile& wanted) { answer(wanted.id, true, {}, files.read(wanted.path).value_or("")); }
    void carry_out(const ReadCopies& wanted) { answer(wanted.id, true, {}, {}); }
    void carry_out(const PersistStorage& wanted) { answer(wanted.id, true, wanted.ask ? "granted" : "denied", "7/9"); }
    void carry_out(const SaveFile& wanted) { answer(wanted.id, true, "saved", wanted.name); }
    void carry_out(const PrivateStore& wanted) {
        const bool look = wanted.act == PrivateStore::Act::Look;
        answer(wanted.id, true, look ? "absent" : "", wanted.act == PrivateStore::Act::Sweep ? "0" : "");
    }
    void carry_out(const DoErrand& wanted) {
        errands.push_back(wanted.id);
        answer(wanted.id, true, {},
               exchange::carry_out_packed(wanted.bytes, base::Words::simplified_chinese(), [](int) {}));
    }
    void carry_out(const CancelErrand& wanted) { events.emplace_back(Answer{wanted.errand, false, "cancelled", {}}); }
    void carry_out(const PrintHtml& wanted) { printed.push_back(wanted); }
    void carry_out(const PlanAtWork& wanted) { told.push_back(wanted); }
    void carry_out(const SetPreference& wanted) { preferences[wanted.name] = wanted.value; }
    void carry_out(const Announce& wanted) { announced.push_back(wanted.text); }
    void carry_out(const DownloadFile& wanted) { downloads.push_back(wanted); }
    template <class Other> void carry_out(const Other&) {
        static_assert(!Answered<Other>, "every request with an id is answered");
    }
};

}  // namespace app_test
