// platform/host.hpp: the functions that web/*.js supplies to the C++ side. Strings are UTF-8 with a length in bytes.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {

// Starts listeners and the canvas; calls platform_resize and platform_environment before it returns.
void host_start();
// The page cannot work here; the shell explains. reason: a code, zero-terminated.
void host_fatal(const char* reason);
// Asks for a frame with the next animation frame (or soon, while the page is hidden).
void host_request_frame();
// Copies the words that were loaded beside the program (see words.cpp) to out, unless that is null; returns their size
// in bytes.
std::size_t host_words(char* out);
void host_cursor(int imgui_cursor);

// What the person chose: 0 nothing, 1 the processor, 2 WebGL.
int host_renderer_wish();
// Whether hardware draws the current WebGL context.
int host_webgl_is_fast();
// Makes a 2D canvas the one that is drawn on; 0 if there is none.
int host_open_2d();
// Shows a picture (bytes R, G, B, A) where it changed: x0, y0, x1, y1 of each of `count` rectangles.
void host_put_pixels(const std::uint32_t* pixels, int width, int height, const int* rectangles, std::size_t count);

// Draws one glyph into the page's scratch canvas. style: 0 regular, 1 bold, 2 icon. out[6]: advance, left, top (up from
// the baseline), width, height in device pixels, and 1 if it has colours of its own. Returns 0 if there is none.
int host_glyph(std::uint32_t code_point, int style, float pixels, float* out);
// The pixels of the glyph drawn last: one byte each (alpha), or four (RGBA) if it is coloured.
void host_glyph_pixels(std::uint8_t* out, int coloured);

// A batch written by mirror_diff.cpp.
void host_mirror(const std::uint32_t* words, std::size_t count);
void host_page(const char* title, std::size_t title_size, const char* language, std::size_t language_size);
void host_focus(std::uint32_t key, int select_all);

// One for each request of app/frame_io.hpp. Those with an id are answered by platform_event(Answer) exactly once.
void host_announce(const char* text, std::size_t size, int assertive);
void host_copy(const char* text, std::size_t text_size, const char* html, std::size_t html_size);
void host_download(const char* name, std::size_t name_size, const char* mime, std::size_t mime_size, const char* bytes,
                   std::size_t size);
void host_save(std::uint32_t id, const char* key, std::size_t key_size, const char* name, std::size_t name_size,
               const char* mime, std::size_t mime_size, const char* bytes, std::size_t size);
void host_pick_files(const char* accept, std::size_t size, int many);
void host_pick_date(std::uint32_t key, const char* value, std::size_t size);
void host_print(const char* title, std::size_t title_size, const char* html, std::size_t html_size);
void host_show_html(std::uint32_t over, float x, float y, float width, float height, const char* html,
                    std::size_t size);
void host_fetch(std::uint32_t id, const char* path, std::size_t size);
// One transaction: any number of put and remove, then commit.
void host_store_put(const char* path, std::size_t path_size, const char* bytes, std::size_t size);
void host_store_remove(const char* path, std::size_t size);
void host_store_commit(std::uint32_t id);
void host_read_file(std::uint32_t id, const char* path, std::size_t size);
void host_read_copies(std::uint32_t id, const char* plans, std::size_t size);
void host_persist(std::uint32_t id, int ask);
void host_private(std::uint32_t id, int act, const char* first, std::size_t first_size, const char* second,
                  std::size_t second_size, const char* content, std::size_t size);
void host_random(std::uint32_t id, std::uint32_t count);
void host_preference(const char* name, std::size_t name_size, const char* value, std::size_t value_size);
void host_keep_tail(const char* bytes, std::size_t size);
// Noted outside the program's memory; see app::PlanAtWork.
void host_plan_at_work(const char* plans, std::size_t size, double shown, int opening);
// For the second program, in web/documents.js.
void host_errand(std::uint32_t id, const char* language, std::size_t language_size, const char* bytes,
                 std::size_t size);
void host_cancel_errand(std::uint32_t id);
// Loads the page again, with the newest build that is ready.
void host_restart();
void host_full_screen();
// After the last request of a frame: what was shown by ShowHtml and is not any more goes away.
void host_requests_done();
}
