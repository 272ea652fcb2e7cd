# Third-party code as targets with system includes. None of it is in this repository; src/README.md says why each is used.

# fanglue_header_library(TARGET HEADER): a header-only library out of the system's include folder. Only its own folder is
# linked into the build, because putting all of /usr/include on a cross compiler's path would mix two C libraries.
function(fanglue_header_library target header)
    get_filename_component(folder ${header} DIRECTORY)
    find_path(${target}_INCLUDE ${header} PATHS ${FANGLUE_INCLUDE_DIRS} NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
    if(NOT ${target}_INCLUDE)
        message(FATAL_ERROR "${header} was not found; set FANGLUE_INCLUDE_DIRS to the folder that holds it")
    endif()
    set(private ${CMAKE_BINARY_DIR}/third_party/${target})
    file(MAKE_DIRECTORY ${private})
    file(CREATE_LINK ${${target}_INCLUDE}/${folder} ${private}/${folder} SYMBOLIC)
    add_library(${target} INTERFACE)
    target_include_directories(${target} SYSTEM INTERFACE ${private})
endfunction()

fanglue_header_library(fanglue_json nlohmann/json.hpp)
target_compile_definitions(fanglue_json INTERFACE JSON_NOEXCEPTION)
if(FANGLUE_TESTS)
    fanglue_header_library(fanglue_doctest doctest/doctest.h)
endif()

if(NOT EXISTS ${FANGLUE_ZLIB_DIR}/zlib.h)
    message(FATAL_ERROR "FANGLUE_ZLIB_DIR (${FANGLUE_ZLIB_DIR}) holds no zlib.h; ./dev build fetches zlib's source")
endif()
set(zlib_sources adler32.c crc32.c deflate.c inffast.c inflate.c inftrees.c trees.c zutil.c)
list(TRANSFORM zlib_sources PREPEND ${FANGLUE_ZLIB_DIR}/)
add_library(fanglue_zlib STATIC ${zlib_sources})
# Z_TESTW=0 leaves out the tables for checksums of several words at a time (5 kB).
target_compile_definitions(fanglue_zlib PRIVATE Z_TESTW=0)
target_compile_options(fanglue_zlib PRIVATE -w $<$<CONFIG:Release>:$<IF:$<BOOL:${EMSCRIPTEN}>,-Oz,-O2>>
    $<$<BOOL:${FANGLUE_SANITIZE}>:-O1;-g1;-fsanitize=address,undefined;-fno-sanitize-recover=all;-fsanitize=fuzzer-no-link>)
target_include_directories(fanglue_zlib SYSTEM PUBLIC ${FANGLUE_ZLIB_DIR})

if(NOT EXISTS ${FANGLUE_IMGUI_DIR}/imgui.cpp)
    # Without it a native build has no interface and no gallery; the page is nothing without it.
    if(EMSCRIPTEN)
        message(FATAL_ERROR "FANGLUE_IMGUI_DIR (${FANGLUE_IMGUI_DIR}) holds no imgui.cpp")
    endif()
else()
    set(imgui_sources imgui.cpp imgui_draw.cpp imgui_tables.cpp imgui_widgets.cpp)
    if(EMSCRIPTEN)
        list(APPEND imgui_sources backends/imgui_impl_opengl3.cpp)
    endif()
    list(TRANSFORM imgui_sources PREPEND ${FANGLUE_IMGUI_DIR}/)
    add_library(fanglue_imgui STATIC ${imgui_sources})
    target_compile_features(fanglue_imgui PUBLIC cxx_std_20)
    target_compile_options(fanglue_imgui PRIVATE -w -fno-exceptions -fno-rtti $<$<CONFIG:Release>:-Os>)
    target_include_directories(fanglue_imgui SYSTEM PUBLIC ${FANGLUE_IMGUI_DIR} ${FANGLUE_IMGUI_DIR}/backends)
    target_include_directories(fanglue_imgui PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    # IMGUI_ENABLE_FREETYPE leaves out ImGui's own TrueType reader (30 kB); the loader it then asks for is ours: the
    # page's in platform/glyphs.cpp, the gallery's in tests/gallery/fonts.cpp.
    target_compile_definitions(fanglue_imgui PUBLIC IMGUI_USER_CONFIG="ui/imconfig_fanglue.hpp"
        IMGUI_ENABLE_FREETYPE $<$<BOOL:${EMSCRIPTEN}>:IMGUI_IMPL_OPENGL_ES3>)
    # Its own files alone, in the page, scan whole numbers only: 5 kB less; see platform/left_out.cpp.
    target_compile_definitions(fanglue_imgui PRIVATE $<$<BOOL:${EMSCRIPTEN}>:sscanf=imgui_sscanf>)
endif()
