// Runs the kept inputs, FOLDER/TARGET/FILE of each folder named, so that what a fuzzer once found is tried by every
// compiler and on every run of the tests. With --names it prints the fuzzer's dictionary, with --seeds FOLDER it writes
// starting points.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "fuzz/targets.hpp"

namespace {
namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

int replay(const fs::path& folder, std::map<std::string_view, int>& inputs) {
    int strangers = 0;
    for (const auto& group : fs::directory_iterator(folder)) {
        const fuzz::Target* target = fuzz::find_target(group.path().filename().string());
        if (!target) {
            std::fprintf(stderr, "%s belongs to no target\n", group.path().c_str());
            ++strangers;
            continue;
        }
        std::set<fs::path> files;
        for (const auto& file : fs::directory_iterator(group.path())) files.insert(file.path());
        for (const fs::path& file : files) {
            std::printf("%s\n", file.c_str());
            std::fflush(stdout);  // so that the last line before a crash tells which it was
            target->run(read(file));
            ++inputs[target->name];
        }
    }
    return strangers;
}
}  // namespace

int main(int count, char** arguments) {
    const std::string_view command = count > 1 ? arguments[1] : "";
    if (command == "--names") {
        std::fputs(fuzz::dictionary().c_str(), stdout);
        return 0;
    }
    if (command == "--seeds" && count == 3) {
        fuzz::write_seeds(arguments[2]);
        return 0;
    }
    int failures = 0;
    std::map<std::string_view, int> inputs;
    for (int i = 1; i < count; ++i) failures += replay(arguments[i], inputs);
    for (const fuzz::Target& target : fuzz::targets()) {
        std::printf("%s: %d inputs\n", std::string(target.name).c_str(), inputs[target.name]);
        if (inputs[target.name] == 0) ++failures;  // a target without a corpus shows nothing
    }
    return failures == 0 ? 0 : 1;
}
