# How a WebAssembly program is linked, as far as that bears on what it computes: one list for the page, the unit tests, the
# benchmarks and the differential test, so that what people run is what is tested (tests/wasm/flags.test.mjs compares the
# programs' link lines).
#
# No pass that changes meaning. `wasm-opt --ignore-implicit-traps` lets divisions run that the source guards, and took the
# page down with plans that divide by nothing. It made the file 1.6 % smaller after gzip (391 instead of 397 kB), together
# with `--flatten --rereloop -Oz -Oz`, with which newer versions of Binaryen make a program that leaves its memory; and
# links took 58 seconds of the processor instead of 33.
add_library(fanglue_program INTERFACE)
if(EMSCRIPTEN)
    # Stack size is explicit because its default shrank from 5 MB to 64 kB in 3.1.27; the flag's name changed in 3.1.25.
    set(stack_size $<IF:$<VERSION_LESS:${EMSCRIPTEN_VERSION},3.1.25>,TOTAL_STACK,STACK_SIZE>)
    target_link_options(fanglue_program INTERFACE
        -sWASM_BIGINT=1 -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=33554432 -s${stack_size}=1048576
        -sDISABLE_EXCEPTION_CATCHING=1
        # The smaller allocator and JavaScript's own sine and logarithm: 8 kB less
        -sMALLOC=emmalloc -sJS_MATH=1
        # see platform/strtod.cpp
        -Wl,--wrap=strtod
        $<$<CONFIG:Release>:-Oz>
        # web-dev: links in seconds, because wasm-opt stays out
        $<$<CONFIG:Debug>:-O0;-sASSERTIONS=1;--profiling-funcs>)
    add_library(fanglue_strtod STATIC platform/strtod.cpp)
    target_link_libraries(fanglue_strtod PRIVATE fanglue_options fanglue_product)
    target_link_libraries(fanglue_program INTERFACE fanglue_strtod)
endif()

# fanglue_order_functions(TARGET FILE): the last step of a release, because it packs smaller; see web/order_functions.mjs. What is
# tested takes it, too.
function(fanglue_order_functions target file)
    if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "Release")
        set(script ${PROJECT_SOURCE_DIR}/web/order_functions.mjs)
        add_custom_command(TARGET ${target} POST_BUILD COMMAND ${FANGLUE_NODE} ${script} ${file} VERBATIM)
        set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS ${script})
    endif()
endfunction()

# fanglue_node_program(TARGET): reads files of the checkout, relative to the folder it runs in, when it runs in node.
function(fanglue_node_program target)
    target_link_libraries(${target} PRIVATE fanglue_program)
    if(EMSCRIPTEN)
        target_link_options(${target} PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)
    endif()
endfunction()
