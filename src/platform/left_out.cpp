// platform/left_out.cpp: stand-ins for parts of Dear ImGui and of the C library that are linked into every program
// although this one never reaches them, or JavaScript has them already; the linker's --wrap (see CMakeLists.txt) puts
// them in place of the real ones. Where a newer ImGui names them otherwise, the program is just larger again.
#include <emscripten.h>

#include <cstdarg>
#include <cstddef>
#include <cstring>

EM_JS(double, number_of, (const char* text), { return Number(UTF8ToString(text)); })

EM_JS(int, in_exponential_form, (double value, int precision, char* text, std::size_t size),
      { return stringToUTF8(value.toExponential(precision), text, size); })

extern "C" {

int vsniprintf(char* text, std::size_t size, const char* format, va_list values);

// Whole numbers and texts: that is all that ImGui formats for names of windows, and dates.
int __wrap_vsnprintf(char* text, std::size_t size, const char* format, va_list values) {
    return vsniprintf(text, size, format, values);
}
// The one format with a fraction is that of codec/json_text.cpp. (Of two nearest texts JavaScript takes the larger, C
// the even one; that function takes neither, because neither is the number.)
int __wrap_snprintf(char* text, std::size_t size, const char* format, ...) {
    va_list values;
    va_start(values, format);
    int length = 0;
    if (std::strcmp(format, "%.*e") == 0) {
        const int precision = va_arg(values, int);
        length = in_exponential_form(va_arg(values, double), precision, text, size);
    } else {
        length = vsniprintf(text, size, format, values);
    }
    va_end(values);
    return length;
}
// Always of a whole text: a number of JSON.
double __wrap_strtod(const char* text, char** end) {
    if (end) *end = const_cast<char*>(text) + std::strlen(text);
    return number_of(text);
}

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
