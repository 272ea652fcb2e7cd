# Finds Emscripten, wherever it was installed, and uses its own toolchain file.
find_program(FANGLUE_EMCC em++ HINTS "$ENV{EMSDK}/upstream/emscripten" /usr/share/emscripten)
if(NOT FANGLUE_EMCC)
    message(FATAL_ERROR "em++ was not found: install Emscripten 3.1.6 or newer and put it on PATH")
endif()
file(REAL_PATH "${FANGLUE_EMCC}" FANGLUE_EMCC_FILE)
get_filename_component(EMSCRIPTEN_ROOT_PATH "${FANGLUE_EMCC_FILE}" DIRECTORY)
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")

# emcc 3.1.6 emits code for node that takes node's own fetch for a browser's.
find_program(FANGLUE_NODE node REQUIRED)
set(CMAKE_CROSSCOMPILING_EMULATOR "${FANGLUE_NODE};--no-experimental-fetch")

# Debian keeps acorn, which emcc calls when it optimises, where node does not look by itself.
if(EXISTS /usr/share/nodejs/acorn)
    set(CMAKE_CXX_LINKER_LAUNCHER ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
endif()
