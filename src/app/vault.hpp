// app/vault.hpp: the private store as the application sees it: verification applications, which hold identity numbers.
//
// They are kept apart from everything else: no plan, no report, no archive and no search reads them. The platform
// encrypts each row under a passphrase and keeps the bytes in a place of their own (web/private.js); here are the rows
// while the store is open, and the traffic. Locking writes zeros over them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/requests.hpp"
#include "base/result.hpp"
#include "model/verification.hpp"

namespace app {

using Application = model::VerificationApplication;

enum class VaultState : std::uint8_t {
    Unknown,      // not asked yet, or the answer is under way
    Unsupported,  // no encryption or no storage here
    Absent,       // never set up, or deleted
    Locked,
    Open,
};

class Vault {
  public:
    static constexpr std::size_t shortest_passphrase = 10;  // characters; the platform makes each guess expensive
    static constexpr double typing_pause_seconds = 1.5;     // then what is typed is stored

    explicit Vault(Requests& requests) : requests_(requests) {}
    ~Vault() { wipe(); }
    Vault(const Vault&) = delete;
    Vault& operator=(const Vault&) = delete;

    // What is known without the passphrase: which rows there are and until when each may be kept.
    struct Kept {
        model::Id id;
        base::Date until;
        bool readable = true;  // false: damaged; it can only be deleted
    };

    [[nodiscard]] VaultState state() const { return state_; }
    [[nodiscard]] bool busy() const { return busy_ != 0; }
    [[nodiscard]] bool unsaved() const { return !dirty_.empty() || puts_ > 0; }
    [[nodiscard]] const std::string& error() const { return error_; }  // code of the last failure, "" after a success
    [[nodiscard]] const std::vector<Application>& rows() const { return rows_; }  // while open, oldest first
    [[nodiscard]] const std::vector<Kept>& kept() const { return kept_; }
    [[nodiscard]] const Application* find(const model::Id& id) const;

    void look();                                  // asks what there is
    void sweep(base::Date first_day_that_stays);  // removes what was to be kept no longer; needs no passphrase
    void create(std::string passphrase);
    void unlock(std::string passphrase);
    void change(std::string passphrase, std::string next);
    void put(Application row);                               // stored after a pause, or by
    void settle() { dirty_since_ = -typing_pause_seconds; }  // … now: an edit is over
    void remove(const std::vector<model::Id>& ids);          // needs no passphrase
    void lock();                                             // stores what is not stored yet, then forgets everything
    void destroy();                                          // deletes the whole store; needs no passphrase

    // The platform asks to lock (nobody there, page hidden or left); done at the end of the frame, so that what is
    // typed in this very frame is kept.
    void lock_due() { lock_due_ = true; }
    void frame(double seconds);
    [[nodiscard]] double due_in(double seconds) const;  // of what waits for a pause; < 0: nothing

    [[nodiscard]] std::optional<std::size_t> take_swept();   // how many rows went because their time was over
    [[nodiscard]] std::vector<std::string> take_failures();  // codes of those that state() and error() do not show

  private:
    std::uint32_t send(PrivateStore request);
    void take(PrivateStore::Act act, const Answer& answer);
    void store(const model::Id& id);
    void take_rows(const std::string& lines);
    void take_list(const Answer& answer);
    void done(const Answer& answer, PrivateStore::Act act);
    void wipe();

    Requests& requests_;
    VaultState state_ = VaultState::Unknown;
    std::vector<Application> rows_;
    std::vector<Kept> kept_;
    std::vector<model::Id> dirty_;
    double dirty_since_ = -1, seconds_ = 0;
    std::string error_;
    std::vector<std::string> failures_;
    std::uint32_t busy_ = 0;  // the request that the person waits for
    int puts_ = 0;            // under way
    bool looking_ = false, lock_due_ = false;
    std::optional<std::size_t> swept_;
};

// Writes zeros over every text of the row.
void wipe(Application& row);

}  // namespace app
