// app/frame_io.hpp: what the platform hands the application for one frame and what it gets back, as plain data.
//
// The platform (a browser page, or a test) owns real time, pointers, focus, files and storage. It fills a FrameInput,
// calls the frame function, then carries out the Requests and shows the Mirror. Nothing here knows about a browser.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "app/mirror.hpp"
#include "app/private_store.hpp"

namespace app {

// ---------------------------------------------------------------- input

enum Modifier : std::uint8_t { kCtrl = 1, kShift = 2, kAlt = 4, kMeta = 8 };

// The platform feeds pointers and wheels to Dear ImGui itself; these are what else happens.
// The first event of the first frame.
struct Started {
    std::vector<std::pair<std::string, std::string>> preferences;  // what SetPreference kept
    std::string tail;                                              // what KeepTail left, if the page went away with it
    std::string language;                                          // the browser's, BCP 47
    std::string query;                                             // of the page's address, without "?"
    std::string storage;                                           // a code as in StorageChanged
};
// Click by assistive technology, or Enter on any focused node but an editor, or Space on one that works like a button
// (button, check box, radio button, switch, tab, menu item, option, link, combobox, column header).
struct NodeActivated {
    NodeKey key;
};
struct NodeFocused {
    NodeKey key;
};  // 0: focus left the application
struct KeyPressed {
    std::string key;
    std::uint8_t modifiers;
    NodeKey target;
    bool repeat;
};  // DOM `key`, a letter in lower case if Ctrl, Alt or Meta is held; never while composing, never in a text editor
    // except Enter, Escape, F2, Tab, Ctrl shortcuts and, with one line, the up, down and page keys. A frame has at most
    // one and is built inside the browser's key event: set FrameOutput::key_used in that frame, or the browser goes on
    // with the key (Tab moves the focus, Ctrl+S saves the page). Keys that belong to the browser or to the clipboard
    // never come.
struct TextChanged {
    NodeKey key;
    std::string text;
    bool composing;
};  // whole text of the editor after each input
struct TextCommitted {
    NodeKey key;
    std::string text;
    enum class Cause : std::uint8_t { Enter, Blur, Tab, Set } cause;
};
struct TextCancelled {
    NodeKey key;
    bool changed;  // something had been typed
};                 // Escape
struct ValuePicked {
    NodeKey key;
    std::string value;
};  // from a native picker (date), ISO text
struct Pasted {
    NodeKey target;
    std::string text;
    std::string html;
};  // outside editors
struct CopyWanted {
    NodeKey target;
    bool cut;
};  // answer with CopyText in the same frame
struct Zoomed {
    NodeKey target;  // the node with kZooms under the pointer
    float x;         // about which, CSS pixels from the canvas's left
    float factor;
};  // pinched, or Ctrl+wheel
struct ContextMenuWanted {
    NodeKey target;
    float x, y;
};  // right click, long press, menu key
struct FileArrived {
    std::string name;
    std::string bytes;
    enum class Way : std::uint8_t { Picker, Drop, Paste, Launch } way;
    std::uint32_t left = 0;  // how many files of the same gesture are still to come
};
struct FileRefused {
    std::string name;
    std::uint64_t size;
    enum class Why : std::uint8_t { TooLarge, Unreadable } why;
    std::uint32_t left = 0;
};
struct Answer {
    std::uint32_t request;
    bool ok;
    std::string code;
    std::string bytes;
};  // exactly one per Request that has an id
// "writer": this tab may store. "reader": another tab is the writer; StoreFiles is answered storage-not-writer.
// "changed": the writer stored something and the files were read again. "cleared": the browser lost the store; the next
// StoreFiles writes all files anew. "damaged": not every stored file could be read. "unavailable": no storage here.
struct StorageChanged {
    std::string what;
    std::string tail =
        {};  // with "writer": what KeepTail left, which the tab that was the writer may have changed since
};
// A newer build of the program is kept whole and takes over with Restart.
struct UpdateReady {};

// A bench (web/bench.js) changed a task's dates, as a person would: ISO days, the last one included.
struct TaskMoved {
    std::string task;
    std::string start, finish;
};

// How far an errand is that DoErrand asked for.
struct ErrandProgress {
    std::uint32_t request;
    int percent;
};

// Nobody has touched the page for some minutes, or it was hidden or left, while the private store is open: it is to be
// locked in this frame.
struct PrivateLockDue {};

using PlatformEvent =
    std::variant<Started, NodeActivated, NodeFocused, KeyPressed, TextChanged, TextCommitted, TextCancelled,
                 ValuePicked, Pasted, CopyWanted, Zoomed, ContextMenuWanted, FileArrived, FileRefused, Answer,
                 StorageChanged, UpdateReady, TaskMoved, ErrandProgress, PrivateLockDue>;

// One step of Dear ImGui's mouse wheel in CSS pixels: io.MouseWheel * kWheelStepPx is how far a wheel or finger went.
// It is what ImGui itself scrolls a window by with a font of 15 px.
inline constexpr float kWheelStepPx = 75;

// What the system wants all to be drawn with while it forces colours; 0xRRGGBB.
struct SystemColors {
    std::uint32_t background = 0xFFFFFF, text = 0, gray = 0x808080, link = 0x0000FF;
    bool operator==(const SystemColors&) const = default;
};

struct FrameInput {
    double seconds = 0;            // monotonic
    std::int64_t now_minutes = 0;  // local wall clock, minutes since 1970-01-01T00:00 local
    float width = 0, height = 0;   // CSS pixels
    float density = 1;             // device pixels per CSS pixel
    bool prefers_dark = false;
    bool forced_colors = false;
    SystemColors system_colors;  // while forced_colors
    bool coarse_pointer = false;
    NodeKey focused = 0;  // DOM focus
    NodeKey editing = 0;  // the text editor that is active
    bool composing = false;
    std::uint8_t press_modifiers = 0;   // held when a pointer's button last went down
    bool focus_visible = false;         // draw the ring (focus came by keyboard)
    std::vector<PlatformEvent> events;  // since the last frame, in order
};

// ---------------------------------------------------------------- requests
// Those with an id are answered; the ledger gives it (app/requests.hpp).

struct FocusNode {
    NodeKey key;
    bool select_all = false;
};
struct Announce {
    std::string text;
    bool assertive = false;
};
struct CopyText {
    std::string text;
    std::string html;
};
struct DownloadFile {
    std::string name;
    std::string mime;
    std::string bytes;
};
// Into the file that was chosen for the same key before, else into one that the person chooses now; a download where
// the browser cannot. Answer.code: "saved", "downloaded"; failed: "cancelled", "file-write-failed". Answer.bytes: its
// name.
struct SaveFile {
    std::uint32_t id = 0;
    std::string key;
    std::string name;
    std::string mime;
    std::string bytes;
};
struct PickFiles {
    std::string accept;
    bool many = true;
};  // answered by FileArrived events
struct PrintHtml {
    std::string title;
    std::string html;
};  // printed from a sandboxed frame
struct ShowHtml {
    NodeKey over;
    Rect rect;
    std::string html;
};  // a report shown in the page inside rect, every frame while wanted; sandboxed
struct FetchAsset {
    std::uint32_t id = 0;
    std::string path;
};  // a file of this build, by its path beside the program ("assets/lang/en.lang"); Answer.bytes
// One durable transaction; Answer after reading back. Paths are absolute, below /plans. Codes when it failed:
// storage-full, storage-blocked, storage-cleared, storage-timeout, storage-not-writer, storage-mismatch, storage-path,
// storage-failed.
struct StoreFiles {
    std::uint32_t id = 0;
    struct File {
        std::string path;
        std::string bytes;
    };
    std::vector<File> put;
    std::vector<std::string> remove;
};
struct ReadFile {
    std::uint32_t id = 0;
    std::string path;
};  // of the store; Answer.bytes
// Copies of stored files that the platform keeps outside the store, after each successful StoreFiles. plans: ids
// separated by blanks, empty: of all plans. Answer.bytes: as store::encode_tail writes them; empty if there are none.
struct ReadCopies {
    std::uint32_t id = 0;
    std::string plans;
};
struct RandomBytes {
    std::uint32_t id = 0;
    std::uint32_t count;
};
struct SetPreference {
    std::string name;
    std::string value;
};  // theme, language: small, per machine, not plan data; an empty value forgets it
struct KeepTail {
    std::string bytes;
};  // UTF-8 that is written, when the page goes away, to a place that survives it, until replaced; empty: nothing to
    // keep
struct PickDate {
    NodeKey key;
    std::string value;
};  // opens the browser's own calendar at the node with an ISO date; answered by ValuePicked
struct PersistStorage {
    std::uint32_t id = 0;
    bool ask = true;  // false: only tell how things stand
};  // asks the browser never to clear the store by itself; Answer.code "granted" or "denied", bytes "used/quota" in
    // bytes, if known
// Outside the program's memory, for the case that it breaks down: which plans it works on (ids separated by blanks,
// empty: none), the newest revision that was stored and has been drawn, and whether it is about to open them: they are
// opened only after this request was carried out. See app/stops.hpp.
struct PlanAtWork {
    std::string plans;
    std::uint64_t shown = 0;
    bool opening = false;
    bool operator==(const PlanAtWork&) const = default;
};
// For the second program, which works beside the page and does one after the other (exchange/errand.hpp). language: a
// file of assets/lang, "" for the source language. Answer.bytes: the packed outcome; failed: "errand-missing" (the
// program cannot be loaded), "errand-failed" (it broke down), "cancelled".
struct DoErrand {
    std::uint32_t id = 0;
    std::string language;
    std::string bytes;
};
struct CancelErrand {
    std::uint32_t errand;  // the id of its request, which is answered
};
struct Restart {};     // loads the page again, with the newest build that is ready: only when nothing is unsaved
struct FullScreen {};  // the page takes the whole screen, or gives it back

using Request =
    std::variant<FocusNode, Announce, CopyText, DownloadFile, SaveFile, PickFiles, PrintHtml, ShowHtml, FetchAsset,
                 StoreFiles, ReadFile, ReadCopies, RandomBytes, SetPreference, KeepTail, PickDate, PersistStorage,
                 PlanAtWork, DoErrand, CancelErrand, Restart, FullScreen, PrivateStore>;

struct FrameOutput {
    Mirror mirror;
    std::vector<Request> requests;
    double next_frame_in_seconds = -1;  // < 0: only when something happens; 0: at once (an animation)
    bool key_used = false;              // the KeyPressed of this frame did something: the browser leaves it alone
    std::uint32_t clear_rgba = 0xF5F6F8FF;

    void wake_in(double seconds) {  // at the latest; negative: no wish
        if (seconds >= 0 && (next_frame_in_seconds < 0 || seconds < next_frame_in_seconds))
            next_frame_in_seconds = seconds;
    }
};

}  // namespace app
