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

if(NOT EXISTS ${FANGLUE_BEARSSL_DIR}/inc/bearssl.h)
    message(FATAL_ERROR "FANGLUE_BEARSSL_DIR (${FANGLUE_BEARSSL_DIR}) holds no inc/bearssl.h; ./dev build fetches BearSSL's source")
endif()
# What hashing, signing with P-256 and AES-GCM need, in plain constant-time C: the same code natively and as WebAssembly.
set(bearssl_sources
    aead/gcm codec/ccopy codec/dec16be codec/dec32be codec/dec32le codec/dec64be codec/enc16be codec/enc32be codec/enc32le
    codec/enc64be
    ec/ec_keygen ec/ec_p256_m31 ec/ec_pubkey ec/ec_secp256r1 ec/ecdsa_i31_bits ec/ecdsa_i31_sign_raw ec/ecdsa_i31_vrfy_raw
    ec/ec_prime_i31 ec/ec_secp384r1 ec/ec_secp521r1
    hash/dig_oid hash/dig_size hash/ghash_ctmul32 hash/ghash_ctmul64 hash/sha1 hash/sha2big hash/sha2small hash/md5
    int/i31_add int/i31_bitlen int/i31_decmod int/i31_decode int/i31_decred int/i31_encode int/i31_fmont int/i31_iszero
    int/i31_moddiv int/i31_modpow int/i31_modpow2 int/i31_montmul int/i31_mulacc int/i31_muladd int/i31_ninv31 int/i31_reduce
    int/i31_rshift int/i31_sub int/i31_tmont int/i32_div32
    mac/hmac mac/hmac_ct rand/hmac_drbg symcipher/aes_common symcipher/aes_ct symcipher/aes_ct_ctr symcipher/aes_ct_enc)
list(TRANSFORM bearssl_sources PREPEND ${FANGLUE_BEARSSL_DIR}/src/)
list(TRANSFORM bearssl_sources APPEND .c)
add_library(fanglue_bearssl STATIC ${bearssl_sources})
target_compile_definitions(fanglue_bearssl PRIVATE BR_USE_URANDOM=0 BR_USE_UNIX_TIME=0 BR_AES_X86NI=0 BR_SSE2=0 BR_RDRAND=0
    $<$<BOOL:${EMSCRIPTEN}>:BR_64=0;BR_INT128=0>)
# emcc inlines nothing at -Oz, which makes hashes and ciphers three to six times slower.
target_compile_options(fanglue_bearssl PRIVATE -w $<$<CONFIG:Release>:-O2>
    $<$<BOOL:${FANGLUE_SANITIZE}>:-O1;-g1;-fsanitize=address,undefined;-fno-sanitize=alignment;-fno-sanitize-recover=all;-fsanitize=fuzzer-no-link>)
target_include_directories(fanglue_bearssl SYSTEM PUBLIC ${FANGLUE_BEARSSL_DIR}/inc)
target_include_directories(fanglue_bearssl PRIVATE ${FANGLUE_BEARSSL_DIR}/src)

if(NOT EXISTS ${FANGLUE_PUGIXML_DIR}/src/pugixml.cpp)
    message(FATAL_ERROR "FANGLUE_PUGIXML_DIR (${FANGLUE_PUGIXML_DIR}) holds no src/pugixml.cpp; ./dev build fetches it")
endif()
add_library(fanglue_pugixml STATIC ${FANGLUE_PUGIXML_DIR}/src/pugixml.cpp)
target_compile_features(fanglue_pugixml PUBLIC cxx_std_20)
target_compile_definitions(fanglue_pugixml PUBLIC PUGIXML_NO_EXCEPTIONS PUGIXML_NO_XPATH PUGIXML_NO_STL)
target_compile_options(fanglue_pugixml PRIVATE -w -fno-exceptions  # with RTTI: the tests derive from its classes
    $<$<CONFIG:Release>:$<IF:$<BOOL:${EMSCRIPTEN}>,-Oz,-O2>>
    $<$<BOOL:${FANGLUE_SANITIZE}>:-O1;-g1;-fsanitize=address,undefined;-fno-sanitize=vptr;-fno-sanitize-recover=all>)
target_include_directories(fanglue_pugixml SYSTEM PUBLIC ${FANGLUE_PUGIXML_DIR}/src)

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
