// platform/left_out.cpp: stand-ins for parts of Dear ImGui that are linked into every program although this one never
// reaches them; the linker's --wrap (see CMakeLists.txt) puts them in place of the real ones. Where a newer ImGui names
// them otherwise, the program is just larger again. Nothing of the C library is replaced here: that would hold for the
// page alone.
#include <cstdarg>

extern "C" {

// No window here is a table, and none is left without its end, which is what ends tables otherwise.
void __wrap__ZN5ImGui8EndTableEv() {}
// Settings files, logs and tooltips of ImGui's own: there are none.
void __wrap__ZN5ImGui31TableSettingsAddSettingsHandlerEv() {}
void* __wrap__ZN5ImGui23CreateNewWindowSettingsEPKc(const char*) {
    return nullptr;
}
void __wrap__ZN5ImGui25LoadIniSettingsFromMemoryEPKcm(const char*, unsigned long) {}
void __wrap__ZN5ImGui15LogRenderedTextEPK6ImVec2PKcS4_(const void*, const char*, const char*) {}
void __wrap__ZN5ImGui10SetTooltipEPKcz(const char*, ...) {}
// What Dear ImGui's own files call instead of sscanf (third_party.cmake). Knows only whole numbers, which is what the
// WebGL backend reads from "#version 300 es"; the rest is for settings files and for numbers typed into ImGui's own
// fields, and there are none.
int imgui_sscanf(const char* text, const char* format, ...) {
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
