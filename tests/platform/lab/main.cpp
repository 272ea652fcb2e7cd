// platform_lab: a small program for the platform's browser tests (tests/browser/platform_*.test.mjs). It shows every
// kind of node and keeps a log of the events that arrive, which the tests read from the node named "log".
#include <imgui.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "app/frame_io.hpp"
#include "platform/program.hpp"
#include "ui/icons.hpp"

namespace {

using app::MirrorNode;
using app::NodeKey;
using app::Role;

constexpr NodeKey kLog = 900;

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) out += c == '\n' ? "\\n" : std::string(1, c);
    return out.size() > 200 ? out.substr(0, 200) + "…" : out;
}

struct Field {
    NodeKey key;
    Role role;
    const char* label;
    std::uint32_t flags;
    float x, y, width, height;
    std::string text;
};

class Lab final : public platform::Program {
  public:
    void start(const platform::Fonts& fonts) override { fonts_ = fonts; }

    void frame(const app::FrameInput& input, app::FrameOutput& output) override {
        for (const app::PlatformEvent& event : input.events)
            std::visit([&](const auto& e) { happened(e, output); }, event);
        output.mirror.title = "platform lab";
        output.clear_rgba = 0xF5F6F8FF;
        mirror_ = &output.mirror;
        output_ = &output;
        draw(input);
        output.requests.insert(output.requests.end(), asked_.begin(), asked_.end());
        asked_.clear();
    }

  private:
    // ---------------------------------------------------------------- what happened

    void log(std::string line) { log_.push_back(std::move(line)); }
    static std::string number(NodeKey key) { return std::to_string(key); }

    void happened(const app::Started& e, app::FrameOutput&) {
        log("started " + e.storage + " tail=" + e.tail + " query=" + e.query);
        for (const auto& [name, value] : e.preferences) log("preference " + name + "=" + value);
    }
    void happened(const app::NodeActivated& e, app::FrameOutput&) {
        log("activated " + number(e.key));
        activate(e.key);
    }
    void happened(const app::NodeFocused& e, app::FrameOutput&) { log("focused " + number(e.key)); }
    void happened(const app::KeyPressed& e, app::FrameOutput& output) {
        log("key " + e.key + " mods=" + std::to_string(e.modifiers) + " at=" + number(e.target) +
            (e.repeat ? " repeat" : ""));
        output.key_used = e.key == "ArrowDown" || (e.key == "s" && e.modifiers == app::kCtrl) || e.key == "Escape";
    }
    void happened(const app::TextChanged& e, app::FrameOutput&) {
        log("text " + number(e.key) + (e.composing ? " composing " : " ") + escaped(e.text));
        if (Field* field = find(e.key)) field->text = e.text;
    }
    void happened(const app::TextCommitted& e, app::FrameOutput&) {
        static constexpr const char* causes[] = {"enter", "blur", "tab", "set"};
        log("commit " + number(e.key) + " " + causes[static_cast<int>(e.cause)] + " " + escaped(e.text));
        if (Field* field = find(e.key)) {
            field->text = e.text;
            if (field->key == 22) std::erase(field->text, ' ');  // a program that tidies up what it is given
        }
    }
    void happened(const app::TextCancelled& e, app::FrameOutput&) {
        log("cancel " + number(e.key));
        if (Field* field = find(e.key)) field->text = "原来的";
    }
    void happened(const app::ValuePicked& e, app::FrameOutput&) { log("picked " + number(e.key) + " " + e.value); }
    void happened(const app::Pasted& e, app::FrameOutput&) {
        log("pasted " + number(e.target) + " " + escaped(e.text) + " | " + escaped(e.html));
    }
    void happened(const app::CopyWanted& e, app::FrameOutput& output) {
        log(std::string(e.cut ? "cut " : "copy ") + number(e.target));
        output.requests.push_back(app::CopyText{"复制的\t文字", "<b>复制的</b>文字"});
    }
    void happened(const app::Zoomed& e, app::FrameOutput&) {
        log("zoomed " + number(e.target) + (e.factor > 1 ? " in" : " out"));
    }
    void happened(const app::ContextMenuWanted& e, app::FrameOutput&) { log("menu " + number(e.target)); }
    void happened(const app::FileArrived& e, app::FrameOutput&) {
        log("file " + e.name + " " + std::to_string(e.bytes.size()) +
            " way=" + std::to_string(static_cast<int>(e.way)) + " " + escaped(e.bytes.substr(0, 40)));
    }
    void happened(const app::FileRefused& e, app::FrameOutput&) {
        log("refused " + e.name + " " + std::to_string(e.size) + " why=" + std::to_string(static_cast<int>(e.why)));
    }
    void happened(const app::Answer& e, app::FrameOutput&) {
        log("answer " + std::to_string(e.request) + (e.ok ? " ok " : " failed ") + e.code + " " +
            std::to_string(e.bytes.size()) + " " + escaped(e.bytes.substr(0, 60)));
    }
    void happened(const app::StorageChanged& e, app::FrameOutput&) { log("storage " + e.what); }
    void happened(const app::TaskMoved& e, app::FrameOutput&) { log("moved " + e.task); }
    void happened(const app::UpdateReady&, app::FrameOutput&) { log("update"); }
    void happened(const app::ErrandProgress&, app::FrameOutput&) { log("progress"); }
    void happened(const app::PrivateLockDue&, app::FrameOutput&) { log("private lock due"); }

    // A line of the form "verb argument…" typed into the field "command" and confirmed asks for something.
    void command(const std::string& line);

    void activate(NodeKey key) {
        if (key == 10) ++count_;
        if (key == 11) pressed_ = !pressed_;
        if (key == 12) shown_ = !shown_;
        if (key == 13) log_.clear();
        if (key == 61) modal_ = false;
        if (key == 14) command(find(26)->text);
    }

    // ---------------------------------------------------------------- what is shown

    MirrorNode& node(NodeKey key, NodeKey parent, Role role, std::string name, app::Rect rect,
                     std::uint32_t flags = 0) {
        MirrorNode& made = mirror_->nodes.emplace_back();
        made.key = key;
        made.parent = parent;
        made.role = role;
        made.name = std::move(name);
        made.rect = made.clip = rect;
        made.flags = flags;
        return made;
    }

    void text(float x, float y, const std::string& words, ImFont* font = nullptr, float size = 15) {
        ImGui::GetWindowDrawList()->AddText(font ? font : fonts_.regular, size, {x, y}, IM_COL32(0x1B, 0x24, 0x30, 255),
                                            words.c_str());
    }

    void button(NodeKey key, const char* label, float x, float y, std::uint32_t flags = 0, Role role = Role::Button) {
        ImGui::SetCursorScreenPos({x, y});
        ImGui::PushID(static_cast<int>(key));
        if (ImGui::InvisibleButton("button", {110, 34})) {
            log("clicked " + number(key));
            activate(key);
        }
        if (ImGui::IsItemHovered()) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        const ImU32 fill = ImGui::IsItemActive()    ? IM_COL32(0xCF, 0xE8, 0xE3, 255)
                           : ImGui::IsItemHovered() ? IM_COL32(0xE2, 0xF3, 0xF0, 255)
                                                    : IM_COL32_WHITE;
        ImGui::PopID();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled({x, y}, {x + 110, y + 34}, fill, 7);
        list.AddRect({x, y}, {x + 110, y + 34}, IM_COL32(0xE3, 0xE6, 0xEB, 255), 7);
        text(x + 12, y + 9, label);
        node(key, 2, role, label, {x, y, 110, 34}, flags | app::kTabStop);
    }

    void fields() {
        for (const Field& field : fields_) {
            if (field.key == 23 && !shown_) continue;
            ImDrawList& list = *ImGui::GetWindowDrawList();
            list.AddRectFilled({field.x, field.y}, {field.x + field.width, field.y + field.height}, IM_COL32_WHITE, 7);
            list.AddRect({field.x, field.y}, {field.x + field.width, field.y + field.height},
                         IM_COL32(0xE3, 0xE6, 0xEB, 255), 7);
            const bool multiline = field.flags & app::kMultiline;
            if (multiline) {
                text(field.x + 10, field.y + 6 + 3.5f, field.text.substr(0, field.text.find('\n')));
                const std::size_t second = field.text.find('\n');
                if (second != std::string::npos)
                    text(field.x + 10, field.y + 6 + 22 + 3.5f, field.text.substr(second + 1));
            } else {
                text(field.x + 10, field.y + (field.height - 15) / 2, field.text);
            }
            MirrorNode& made = node(field.key, 3, field.role, field.label,
                                    {field.x, field.y, field.width, field.height}, field.flags | app::kTabStop);
            made.value = field.text;
            made.placeholder = "请输入";
        }
    }

    void table() {
        constexpr float x = 20, y = 330, row_height = 36, height = 250;
        ImGui::SetCursorScreenPos({x, y});
        ImGui::BeginChild("table", {560, height});
        app::Rect whole{x, y, 560, height};
        MirrorNode& grid = node(30, 1, Role::Grid, "任务", whole);
        grid.rows = 10000;
        grid.columns = 3;
        ImGuiListClipper clipper;
        clipper.Begin(10000, row_height);
        while (clipper.Step()) {
            for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
                const float top = ImGui::GetCursorScreenPos().y;
                const NodeKey key = 100000 + static_cast<NodeKey>(row) * 10;
                ImGui::Dummy({540, row_height});
                MirrorNode& line = node(key, 30, Role::Row, "", {x, top, 540, row_height});
                line.row = row + 1;
                for (int column = 0; column < 3; ++column) {
                    const std::string words = column == 0   ? "任务 " + std::to_string(row + 1)
                                              : column == 1 ? "张医生"
                                                            : "2026-03-05";
                    const float left = x + static_cast<float>(column) * 180;
                    text(left + 8, top + 10, words);
                    MirrorNode& cell =
                        node(key + 1 + static_cast<NodeKey>(column), key, Role::GridCell, words,
                             {left, top, 180, row_height}, row == 3 && column == 0 ? app::kTabStop : app::kFocusable);
                    cell.column = column + 1;
                }
            }
        }
        ImGui::EndChild();
    }

    void draw(const app::FrameInput& input) {
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({input.width, input.height});
        ImGui::PushStyleColor(ImGuiCol_WindowBg, IM_COL32_BLACK_TRANS);
        ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
        ImGui::Begin("lab", nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                         ImGuiWindowFlags_NoScrollWithMouse);
        node(1, 0, Role::Main, "试验", {0, 0, input.width, input.height});
        node(5, 1, Role::Heading, "平台试验页", {20, 12, 300, 30}).level = 1;
        text(20, 12, "平台试验页 Platform 0123456789", fonts_.bold, 20);
        text(20, 44,
             std::string("方略 國際 한국어 ") + ui::icon::undo + ui::icon::redo + ui::icon::save + ui::icon::gantt +
                 " 😀 é ﷼ 𠮷 13 px");
        text(640, 290, sample_, sample_bold_ ? fonts_.bold : fonts_.regular, 24);
        node(2, 1, Role::Group, "按钮", {20, 70, 600, 40});
        button(10, "加一", 20, 70);
        button(11, "切换", 140, 70, pressed_ ? app::kSelected : app::kUnselected, Role::ToggleButton);
        button(12, "显示隐藏", 260, 70);
        button(13, "清空记录", 380, 70);
        button(14, "执行", 500, 70);
        node(6, 1, Role::Text, "计数 " + std::to_string(count_), {20, 112, 200, 22});
        text(20, 112, "计数 " + std::to_string(count_));
        node(3, 1, Role::Form, "字段", {20, 140, 600, 180});
        fields();
        // Scrolled out of view, but still to be reached with Tab.
        node(50, 1, Role::Button, "远处", {20, 5000, 110, 34}, app::kTabStop).clip = {};
        if (forgetful_) {
            ImGui::SetCursorScreenPos({700, 20});
            ImGui::InvisibleButton("secret", {110, 34});
        }
        table();
        if (page_)
            output_->requests.push_back(app::ShowHtml{
                40, {640, 330, 300, 200}, "<!doctype html><html lang=zh><title>报告</title><h1>报告</h1>"});
        if (page_) node(40, 1, Role::Document, "报告", {640, 330, 300, 200}, app::kTabStop);
        if (modal_) {
            node(60, 0, Role::Dialog, "对话框", {200, 120, 300, 160}, app::kModal);
            node(61, 60, Role::Button, "确定", {220, 220, 110, 34}, app::kTabStop);
        }
        ImGui::End();
        ImGui::PopStyleVar();
        ImGui::PopStyleColor();
        std::string lines;
        for (const std::string& line : log_) lines += line + "\n";
        node(kLog, 1, Role::Text, std::move(lines), {640, 70, 300, 22});
    }

    Field* find(NodeKey key) {
        const auto at =
            std::find_if(fields_.begin(), fields_.end(), [key](const Field& field) { return field.key == key; });
        return at == fields_.end() ? nullptr : &*at;
    }

    platform::Fonts fonts_;
    app::Mirror* mirror_ = nullptr;
    app::FrameOutput* output_ = nullptr;
    std::vector<std::string> log_;
    std::vector<app::Request> asked_;
    int count_ = 0;
    std::string sample_;
    bool sample_bold_ = false;
    bool pressed_ = false, shown_ = true, page_ = false, forgetful_ = false, modal_ = false;
    std::vector<Field> fields_{
        {20, Role::TextBox, "名称", 0, 20, 140, 260, 34, "消毒隔离"},
        {21, Role::TextBox, "说明", app::kMultiline, 300, 140, 300, 80, "第一行\n第二行 gjpqy"},
        {22, Role::TextBox, "整理", 0, 20, 184, 260, 34, ""},
        {23, Role::SearchBox, "查找", 0, 20, 228, 260, 34, ""},
        {24, Role::NumberBox, "数量", app::kAlignRight, 300, 228, 120, 34, "42"},
        {25, Role::DateBox, "日期", 0, 440, 228, 160, 34, "2026-03-05"},
        {26, Role::TextBox, "命令", 0, 20, 272, 580, 34, ""},
    };
};

std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words{""};
    for (const char c : line) {
        if (c == ' ')
            words.emplace_back();
        else
            words.back() += c;
    }
    words.resize(std::max<std::size_t>(words.size(), 6));
    return words;
}

// Bytes that a database cannot compress.
std::string noise(std::size_t size) {
    std::string bytes(size, ' ');
    std::uint32_t state = 1;
    for (char& byte : bytes) byte = static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
    return bytes;
}

void Lab::command(const std::string& line) {
    const std::vector<std::string> w = words_of(line);
    const auto id = static_cast<std::uint32_t>(std::atoi(w[1].c_str()));
    if (w[0] == "store") asked_.push_back(app::StoreFiles{id, {{w[2], w[3]}}, {}});
    if (w[0] == "big")
        asked_.push_back(app::StoreFiles{id, {{w[2], noise(std::strtoul(w[3].c_str(), nullptr, 10))}}, {}});
    if (w[0] == "remove") asked_.push_back(app::StoreFiles{id, {}, {w[2]}});
    if (w[0] == "read") asked_.push_back(app::ReadFile{id, w[2]});
    if (w[0] == "local") {
        std::string bytes(100, ' ');
        std::FILE* file = std::fopen(w[2].c_str(), "rb");
        bytes.resize(file ? std::fread(bytes.data(), 1, bytes.size(), file) : 0);
        if (file) std::fclose(file);
        log("local " + w[1] + " " + bytes);
    }
    if (w[0] == "random") asked_.push_back(app::RandomBytes{id, 70000});
    if (w[0] == "fetch") asked_.push_back(app::FetchAsset{id, w[2]});
    if (w[0] == "persist") asked_.push_back(app::PersistStorage{id});
    if (w[0] == "announce") asked_.push_back(app::Announce{w[1], w[2] == "now"});
    if (w[0] == "prefer") asked_.push_back(app::SetPreference{w[1], w[2]});
    if (w[0] == "tail") asked_.push_back(app::KeepTail{w[1]});
    if (w[0] == "download") asked_.push_back(app::DownloadFile{w[1], "application/json", "{\"名\":1}"});
    if (w[0] == "copy") asked_.push_back(app::CopyText{w[1], ""});
    if (w[0] == "pick") asked_.push_back(app::PickFiles{".json", true});
    if (w[0] == "print") asked_.push_back(app::PrintHtml{"报告", "<!doctype html><title>报告</title><p>内容</p>"});
    if (w[0] == "modal") modal_ = true;
    if (w[0] == "sample") {
        sample_ = w[2];
        sample_bold_ = w[1] == "bold";
        ImFont* font = sample_bold_ ? fonts_.bold : fonts_.regular;
        log("width " + std::to_string(static_cast<int>(font->CalcTextSizeA(24, 10000, 0, sample_.c_str()).x * 100)));
    }
    if (w[0] == "trap") __builtin_trap();
    if (w[0] == "forget") forgetful_ = true;
    if (w[0] == "page") page_ = !page_;
    if (w[0] == "focus") asked_.push_back(app::FocusNode{id, w[2] == "all"});
    if (w[0] == "date") asked_.push_back(app::PickDate{id, "2026-03-05"});
}

}  // namespace

int main() {
    static Lab lab;
    platform::run(lab);
    return 0;
}
