// The private store's client against a platform that keeps rows as it is told: order of the requests, what is stored
// when, and that nothing is left after locking.
#include "app/vault.hpp"

#include <doctest/doctest.h>

#include <map>
#include <utility>

#include "base/wipe.hpp"
#include "codec/plan_json.hpp"

namespace {
using namespace app;
using Act = PrivateStore::Act;

struct Platform {
    std::map<std::string, std::pair<std::string, std::string>> rows;  // id: last day, content
    std::string passphrase;                                           // "": no store
    bool open = false;
    std::vector<Act> acts;
    std::string fail;  // code of the next answer

    Answer carry_out(const PrivateStore& r) {
        acts.push_back(r.act);
        if (!fail.empty()) return {r.id, false, std::exchange(fail, {}), {}};
        std::string bytes;
        switch (r.act) {
            case Act::Look:
                for (const auto& [id, row] : rows) bytes += id + " " + row.first + "\n";
                return {r.id, true, passphrase.empty() ? "absent" : open ? "open" : "locked", bytes};
            case Act::Sweep:
                return {r.id, true, "", std::to_string(std::erase_if(rows, [&](const auto& row) {
                            return !row.second.first.empty() && row.second.first < r.first;
                        }))};
            case Act::Create:
                passphrase = r.first;
                open = true;
                break;
            case Act::Unlock:
                if (r.first != passphrase) return {r.id, false, "private-wrong", {}};
                open = true;
                for (const auto& [id, row] : rows) bytes += id + " " + row.second + "  \n";
                return {r.id, true, "", bytes};
            case Act::Change:
                if (r.first != passphrase) return {r.id, false, "private-wrong", {}};
                passphrase = r.second;
                break;
            case Act::Put:
                if (!open) return {r.id, false, "private-locked", {}};
                rows[r.first] = {r.second, r.content};
                break;
            case Act::Remove:
                rows.erase(r.first);
                break;
            case Act::Lock:
                open = false;
                break;
            case Act::Destroy:
                rows.clear();
                passphrase.clear();
                open = false;
                break;
        }
        return {r.id, true, "", {}};
    }
    // Everything that is asked for, until nothing more is.
    void serve(Requests& requests) {
        for (auto waiting = requests.take_waiting(); !waiting.empty(); waiting = requests.take_waiting())
            for (const Request& request : waiting)
                CHECK(requests.take(carry_out(*std::get_if<PrivateStore>(&request))));
    }
};

Application applicant(const char* id, std::string name) {
    Application row;
    row.id = *model::Id::parse(id);
    row.order = "a";
    row.name = std::move(name);
    row.identity_number = "11010519491231002X";
    row.keep_until = *base::Date::parse("2027-01-01");
    return row;
}

// A store with one row, open.
void set_up(Requests& requests, Vault& vault, Platform& platform) {
    vault.create("十个字以上的一句口令");
    platform.serve(requests);
    vault.frame(1);
    vault.put(applicant("a1", "林试"));
    vault.settle();
    vault.frame(1);
    platform.serve(requests);
}
}  // namespace

TEST_CASE("vault: set up, fill, lock, open again") {
    Requests requests;
    Vault vault(requests);
    Platform platform;
    vault.look();
    vault.look();
    platform.serve(requests);
    CHECK(platform.acts == std::vector{Act::Look});  // asked once
    CHECK(vault.state() == VaultState::Absent);
    set_up(requests, vault, platform);
    CHECK(vault.state() == VaultState::Open);
    CHECK(!vault.unsaved());
    CHECK(platform.rows.at("a1").first == "2027-01-01");
    vault.lock();
    CHECK(vault.rows().empty());
    platform.serve(requests);
    CHECK(vault.state() == VaultState::Locked);
    REQUIRE(vault.kept().size() == 1);
    CHECK(vault.kept()[0].until == *base::Date::parse("2027-01-01"));
    vault.unlock("falsch");
    CHECK(vault.busy());
    platform.serve(requests);
    CHECK(!vault.busy());
    CHECK(vault.error() == "private-wrong");
    CHECK(vault.state() == VaultState::Locked);
    vault.unlock("十个字以上的一句口令");
    platform.serve(requests);
    REQUIRE(vault.rows().size() == 1);
    CHECK(vault.rows()[0].name == "林试");
    CHECK(vault.rows()[0].identity_number == "11010519491231002X");
    CHECK(vault.error().empty());
}

TEST_CASE("vault: typing is stored after a pause, a finished edit at once, locking leaves nothing behind unsaved") {
    Requests requests;
    Vault vault(requests);
    Platform platform;
    set_up(requests, vault, platform);
    platform.acts.clear();
    vault.put(applicant("a1", "林试试"));
    CHECK(vault.unsaved());
    vault.frame(2);
    CHECK(vault.due_in(2) > 0);
    CHECK(requests.take_waiting().empty());
    vault.frame(2.6);
    platform.serve(requests);
    CHECK(platform.acts == std::vector{Act::Put});
    vault.put(applicant("a2", "欧阳"));
    vault.lock_due();
    vault.frame(2.7);
    platform.serve(requests);
    CHECK(platform.acts == std::vector{Act::Put, Act::Put, Act::Lock, Act::Look});
    CHECK(platform.rows.size() == 2);
    CHECK(vault.state() == VaultState::Locked);
    CHECK(vault.due_in(3) < 0);
    vault.put(applicant("a3", "锁着"));  // nothing takes it
    vault.frame(9);
    CHECK(requests.take_waiting().empty());
}

TEST_CASE("vault: rows go without the passphrase: named ones, those past their day, all") {
    Requests requests;
    Vault vault(requests);
    Platform platform;
    set_up(requests, vault, platform);
    platform.rows["b1"] = {"2026-01-01", "{}"};
    vault.lock();
    platform.serve(requests);
    vault.sweep(*base::Date::parse("2026-01-02"));
    platform.serve(requests);
    CHECK(vault.take_swept() == std::optional<std::size_t>{1});
    CHECK(!vault.take_swept());
    CHECK(platform.rows.size() == 1);
    vault.remove({*model::Id::parse("a1")});
    platform.serve(requests);
    CHECK(platform.rows.empty());
    CHECK(vault.kept().empty());
    vault.destroy();
    platform.serve(requests);
    CHECK(vault.state() == VaultState::Absent);
}

TEST_CASE("vault: damaged rows are told apart and can be removed") {
    Requests requests;
    Vault vault(requests);
    Platform platform;
    set_up(requests, vault, platform);
    platform.rows["b1"] = {"2027-01-01", "not json"};
    vault.lock();
    platform.serve(requests);
    vault.unlock("十个字以上的一句口令");
    platform.serve(requests);
    CHECK(vault.rows().size() == 1);
    std::vector<model::Id> damaged;
    for (const Vault::Kept& kept : vault.kept())
        if (!kept.readable) damaged.push_back(kept.id);
    CHECK(damaged == std::vector{*model::Id::parse("b1")});
    vault.remove(damaged);
    platform.serve(requests);
    CHECK(platform.rows.size() == 1);
}

TEST_CASE("vault: what another tab did closes it here; without encryption nothing is kept") {
    Requests requests;
    Vault vault(requests);
    Platform platform;
    set_up(requests, vault, platform);
    platform.fail = "private-changed";
    vault.put(applicant("a1", "林"));
    vault.settle();
    vault.frame(2);
    platform.open = false;
    platform.serve(requests);
    CHECK(vault.rows().empty());
    CHECK(vault.state() == VaultState::Locked);
    CHECK(vault.error().empty());  // the look that followed worked
    Vault elsewhere(requests);
    platform.fail = "private-unsupported";
    elsewhere.look();
    platform.serve(requests);
    CHECK(elsewhere.state() == VaultState::Unsupported);
}

TEST_CASE("vault: wiping writes zeros over the text's own memory") {
    std::string text = "11010519491231002X and more than fits into the object";
    const char* at = text.data();
    const std::size_t size = text.size();
    base::wipe(text);
    CHECK(text.empty());
    CHECK(text.data() == at);
    CHECK(std::string_view(at, size).find_first_not_of('\0') == std::string_view::npos);
    Application row = applicant("a1", "林试");
    wipe(row);
    CHECK(row.name.empty());
    CHECK(row.identity_number.empty());
}
