// platform/left_out.cpp: empty stand-ins for parts of Dear ImGui that are linked into every program although this one
// never reaches them; the linker's --wrap (see CMakeLists.txt) puts them in place of the real ones, which makes the
// program 41 kB smaller. Where a newer ImGui names them otherwise, it is just larger again.
extern "C" {

// No window here is a table, and none is left without its end, which is what ends tables otherwise.
void __wrap__ZN5ImGui8EndTableEv() {}
// Mends the stacks of a program that forgot an End or a Pop. This one would show it in every test.
void __wrap__ZN5ImGui30ErrorRecoveryTryToRecoverStateEPK23ImGuiErrorRecoveryState(const void*) {}
void __wrap__ZN5ImGui36ErrorRecoveryTryToRecoverWindowStateEPK23ImGuiErrorRecoveryState(const void*) {}
// Settings files, logs and tooltips of ImGui's own: there are none.
void __wrap__ZN5ImGui31TableSettingsAddSettingsHandlerEv() {}
void* __wrap__ZN5ImGui23CreateNewWindowSettingsEPKc(const char*) {
    return nullptr;
}
void __wrap__ZN5ImGui25LoadIniSettingsFromMemoryEPKcm(const char*, unsigned long) {}
void __wrap__ZN5ImGui15LogRenderedTextEPK6ImVec2PKcS4_(const void*, const char*, const char*) {}
void __wrap__ZN5ImGui10SetTooltipEPKcz(const char*, ...) {}
// Reads settings files and numbers typed into ImGui's own fields; there are neither.
int __wrap_sscanf(const char*, const char*, ...) {
    return 0;
}
}
