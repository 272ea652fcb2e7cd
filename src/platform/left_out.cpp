// platform/left_out.cpp: empty stand-ins for parts of Dear ImGui that are linked into every program although this one
// never reaches them; the linker's --wrap (see CMakeLists.txt) puts them in place of the real ones, which makes the
// program 41 kB smaller. Where a newer ImGui names them otherwise, it is just larger again.
#include <cstdarg>

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
// Knows only whole numbers, which is what the WebGL backend reads from "#version 300 es"; the rest of sscanf is for
// settings files and for numbers typed into ImGui's own fields.
int __wrap_sscanf(const char* text, const char* format, ...) {
    va_list places;
    va_start(places, format);
    int read = 0;
    for (; *format != 0 && *text != 0; ++format) {
        if (format[0] == '%' && format[1] == 'd' && *text >= '0' && *text <= '9') {
            int value = 0;
            for (; *text >= '0' && *text <= '9'; ++text) value = value * 10 + (*text - '0');
            *va_arg(places, int*) = value;
            ++read;
            ++format;
        } else if (*format != *text++) {
            break;
        }
    }
    va_end(places);
    return read;
}
}
