# fanglue_embed(TARGET NAME files…): compile the files' bytes into TARGET as base::embedded_NAME() of base/embedded.hpp.
# Run as a script (cmake -P) with OUTPUT, NAME and FILES set, this file writes the C++ source.
if(CMAKE_SCRIPT_MODE_FILE)
    set(rows)
    foreach(file IN LISTS FILES)
        get_filename_component(name ${file} NAME)
        file(READ ${file} hex HEX)
        string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${hex}")
        file(SIZE ${file} size)
        string(APPEND rows "    {\"${name}\", std::string_view(\"${bytes}\", ${size})},\n")
    endforeach()
    list(LENGTH FILES count)
    file(WRITE ${OUTPUT} "#include <array>\n\n#include \"base/embedded.hpp\"\n\nnamespace base {\n"
        "static constexpr std::array<EmbeddedFile, ${count}> files{{\n${rows}}};\n"
        "std::span<const EmbeddedFile> embedded_${NAME}() { return files; }\n}  // namespace base\n")
    return()
endif()

set(FANGLUE_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE})
function(fanglue_embed target name)
    set(output ${CMAKE_BINARY_DIR}/generated/embedded_${name}.cpp)
    set(list ${CMAKE_BINARY_DIR}/generated/embedded_${name}.list)
    # Written only when the list changes, so that an added or removed file is noticed as well as an edited one.
    file(CONFIGURE OUTPUT ${list} CONTENT "${ARGN}" @ONLY)
    add_custom_command(OUTPUT ${output}
        COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DNAME=${name} "-DFILES=${ARGN}" -P ${FANGLUE_EMBED_SCRIPT}
        DEPENDS ${ARGN} ${list} ${FANGLUE_EMBED_SCRIPT}
        COMMENT "Embedding ${name}" VERBATIM)
    target_sources(${target} PRIVATE ${output})
    set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS "-Wno-overlength-strings")
endfunction()
