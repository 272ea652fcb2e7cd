# setup.sh: what must be there before anything can be built, and how it gets there. Read by `dev`.
# One line per need: the command or header that shows it is there (`debian`: only Debian can tell) | Debian's package |
# where to get it elsewhere.
build_needs='
cmake|cmake|https://cmake.org, 3.22 or newer
ninja|ninja-build|https://ninja-build.org
g++|g++|a C++20 compiler named g++ (GCC 12 or newer)
debian|ccache|https://ccache.dev (optional)
node|nodejs|https://nodejs.org, 18 or newer
npm|npm|https://nodejs.org
xz|xz-utils|https://tukaani.org/xz
em++|emscripten|https://emscripten.org, 3.1.6 or newer, with em++ on PATH
nlohmann/json.hpp|nlohmann-json3-dev|https://github.com/nlohmann/json (set FANGLUE_INCLUDE_DIRS in CMake if it is elsewhere)
doctest/doctest.h|doctest-dev|https://github.com/doctest/doctest
png.h|libpng-dev|http://www.libpng.org, for the gallery
freetype2/ft2build.h|libfreetype-dev|https://freetype.org, for the gallery
debian|fonts-noto-cjk|a font with Chinese characters; FANGLUE_FONT and FANGLUE_BOLD_FONT in CMake name its files'
test_needs='
chromium|chromium-headless-shell|Chromium or Chrome; name it in FANGLUE_CHROMIUM if it is not on PATH
firefox|firefox-esr|Firefox; name it in FANGLUE_FIREFOX if it is not on PATH
clang-format|clang-format|https://clang.llvm.org
opencc|opencc|https://github.com/BYVoid/OpenCC
debian|fonts-noto-color-emoji|a colour emoji font
debian|python3-docx|https://pypi.org/project/python-docx
debian|python3-openpyxl|https://pypi.org/project/openpyxl'
layout_needs='
soffice|libreoffice-writer-nogui|https://www.libreoffice.org; name it in FANGLUE_SOFFICE if it is not on PATH
debian|libreoffice-calc-nogui|https://www.libreoffice.org
pdftotext|poppler-utils|https://poppler.freedesktop.org'
fuzz_needs='
clang++|clang|https://clang.llvm.org
debian|libclang-rt-14-dev|compiler-rt with libFuzzer'

is_debian() { [ -r /etc/debian_version ] && command -v apt-get >/dev/null; }

# is_present SIGN PACKAGE
is_present() {
    case $1 in
        debian) ! is_debian || [ "$(dpkg-query -Wf '${db:Status-Status}' "$2" 2>/dev/null)" = installed ] ;;
        *.h | *.hpp) [ -e "/usr/include/$1" ] || [ -e "/usr/local/include/$1" ] || [ -e "/opt/homebrew/include/$1" ] ;;
        firefox) [ -n "${FANGLUE_FIREFOX:-}" ] || command -v firefox-esr || command -v firefox ;;
        chromium) # starts and draws in half the time of the whole browser
            [ -n "${FANGLUE_CHROMIUM:-}" ] || command -v chromium-headless-shell ||
                { ! is_debian && { command -v chromium || command -v google-chrome; }; } ;;
        *) command -v "$1" ;;
    esac >/dev/null
}

# need TABLE: install what is missing on Debian; elsewhere say what is missing and stop. What is present is never touched.
need() {
    local present package elsewhere missing=() hints=""
    while IFS='|' read -r present package elsewhere; do
        [ -z "$present" ] || is_present "$present" "$package" || { missing+=("$package"); hints+="  $package: $elsewhere"$'\n'; }
    done <<<"$1"
    [ ${#missing[@]} -gt 0 ] || return 0
    is_debian || die "missing on this system:"$'\n'"${hints}Install them and run this again."
    local as_root=()
    [ "$(id -u)" = 0 ] || as_root=(sudo)
    [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || die "as root, run: apt-get install ${missing[*]}"
    say "Installing ${missing[*]}"
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "${missing[@]}" >/dev/null
}

# need_imgui: sets imgui to a tree of Dear ImGui 1.92 or newer.
need_imgui() {
    imgui=${FANGLUE_IMGUI_DIR:-}
    [ -z "$imgui" ] || return 0
    need_source imgui imgui.cpp forky sid || return 1
    imgui=$source_tree
    grep -qE '#define IMGUI_VERSION_NUM +(19[2-9]|[2-9])' "$imgui/imgui.h" || die "${imgui##*/} is older than 1.92"
}

# need_zlib: sets zlib to a tree of zlib's source, the same for every program, so that one version is tested.
need_zlib() {
    zlib=${FANGLUE_ZLIB_DIR:-}
    [ -z "$zlib" ] || return 0
    need_source zlib zlib.h bookworm trixie forky sid || return 1
    zlib=$source_tree
}

# need_bearssl: sets bearssl to a tree of BearSSL's source.
need_bearssl() {
    bearssl=${FANGLUE_BEARSSL_DIR:-}
    [ -z "$bearssl" ] || return 0
    need_source bearssl inc/bearssl.h bookworm trixie forky sid || return 1
    bearssl=$source_tree
}

# need_pugixml: sets pugixml to a tree of pugixml's source.
need_pugixml() {
    pugixml=${FANGLUE_PUGIXML_DIR:-}
    [ -z "$pugixml" ] || return 0
    need_source pugixml src/pugixml.cpp bookworm trixie forky sid || return 1
    pugixml=$source_tree
}

# need_source PACKAGE SIGN SUITE…: sets source_tree to the unpacked upstream source of a Debian source package, a folder of
# .tools/PACKAGE that holds the file SIGN. Fetched once, out of the first suite that has it, with this machine's own Debian
# mirror: a private apt configuration leaves the system's untouched, and apt checks the archive's signature and the package's
# checksums.
need_source() {
    local package=$1 sign=$2 apt=$PWD/.tools/apt suite archive
    shift 2
    source_tree=$(compgen -G "$PWD/.tools/$package/*/$sign" | head -1 || true)
    source_tree=${source_tree%"/$sign"}
    [ -z "$source_tree" ] || return 0
    is_debian || die "the source of $package is missing: unpack it so that there is .tools/$package/NAME/$sign"
    for suite in "$@"; do
        say "Fetching the source of $package from Debian $suite"
        rm -rf "$apt" && mkdir -p "$apt/sources" "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/download"
        debian_sources deb-src "$suite" >"$apt/sources/debian.sources"
        private_apt "$apt" update -qq || continue
        (cd "$apt/download" && private_apt "$apt" source -qq --download-only "$package") && break
    done
    archive=$(compgen -G "$apt/download/${package}_*.orig.tar.*" | grep -v '\.asc$' | head -1) || die "no Debian suite gave the source of $package"
    mkdir -p "$apt/unpacked" ".tools/$package"
    tar -xf "$archive" -C "$apt/unpacked"
    mv "$apt/unpacked"/* ".tools/$package/"
    rm -rf "$apt"
    source_tree=$(compgen -G "$PWD/.tools/$package/*/$sign" | head -1) || die "the source of $package holds no $sign"
    source_tree=${source_tree%"/$sign"}
}

private_apt() {
    local apt=$1
    shift
    apt-get -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$apt/sources" -o Dir::State::Lists="$apt/lists" \
        -o Dir::Cache="$apt/cache" -o APT::Sandbox::User="$(id -un)" -o APT::Get::List-Cleanup=false "$@"
}

# debian_sources TYPE SUITE: this machine's first entry for Debian itself, in either of apt's formats, as TYPE (deb or deb-src)
# of SUITE.
debian_sources() {
    local file line uri signed
    for file in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list.d/*.sources; do
        [ -r "$file" ] || continue
        awk -v type="$1" -v suite="$2" 'BEGIN { RS = ""; FS = "\n" }
            /(^|\n)URIs:[^\n]*debian/ && !/security/ && !found {
                found = 1
                for (i = 1; i <= NF; i++) {
                    if ($i ~ /^Types:/) $i = "Types: " type
                    if ($i ~ /^Suites:/) $i = "Suites: " suite
                    if ($i ~ /^Components:/) $i = "Components: main"
                    if ($i !~ /^(#|Enabled:)/) print $i
                }
            }
            END { exit !found }' "$file" && return 0
    done
    # grep fails when one of the files is missing, even if another had the line
    line=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null | grep -E '^deb .*debian' | grep -v security | head -1) || true
    [ -n "$line" ] || die "found no Debian entry among apt's sources"
    uri=$(grep -oE '[a-z]+:/[^ ]+' <<<"${line/\[*\]/}" | head -1)
    signed=$(sed -nE 's/.*signed-by=([^] ]+).*/\1/p' <<<"$line")
    printf 'Types: %s\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n' "$1" "$uri" "$2" \
        "${signed:-/usr/share/keyrings/debian-archive-keyring.gpg}"
}

# need_node_modules FOLDER: what its lock file names, installed again only after the lock file changed.
need_node_modules() {
    local sum
    [ -f "$1/package-lock.json" ] || return 0
    sum=$(cksum <"$1/package-lock.json")
    [ "$(cat "$1/node_modules/.lock-sum" 2>/dev/null)" != "$sum" ] || return 0
    say "Installing the node modules of $1"
    (cd "$1" && npm ci --silent --no-audit --no-fund --ignore-scripts)
    echo "$sum" >"$1/node_modules/.lock-sum"
}
