# newest.sh: the page made with the newest Emscripten that Debian has, in a root that is thrown away. Read by `dev`.

newest_packages='base-files bash coreutils dash sed python3-minimal emscripten cmake ninja-build nodejs nlohmann-json3-dev'

# newest_root ROOT: these packages of Debian sid, and what they need, unpacked into a folder. Nothing is installed: no script of a
# package runs, and this system stays as it is.
newest_root() {
    local root=$1 apt=$1.apt deb
    rm -rf "$root" "$apt" && mkdir -p "$root" "$apt/sources" "$apt/lists/partial" "$apt/cache/archives/partial"
    : >"$apt/status" # nothing counts as installed
    debian_sources deb sid >"$apt/sources/debian.sources"
    private_apt "$apt" -o Dir::State::Status="$apt/status" update -qq
    # shellcheck disable=SC2086
    private_apt "$apt" -o Dir::State::Status="$apt/status" install -qq -y --no-install-recommends --download-only $newest_packages >/dev/null
    # First the one that holds the links /bin and /lib, through which others unpack.
    for deb in "$apt"/cache/archives/base-files_*.deb "$apt"/cache/archives/*.deb; do
        dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$root" --no-same-owner -p --keep-directory-symlink
    done
    rm -rf "$apt"
}

# in_newest ROOT COMMAND: runs it there, with this checkout as /fanglue and the fetched sources beside it. A user namespace, so that
# nobody has to be root.
in_newest() {
    mkdir -p "$1/fanglue" "$1/imgui" "$1/zlib" "$1/bearssl" "$1/pugixml"
    # shellcheck disable=SC2016
    unshare --map-root-user --mount bash -c '
        set -e
        for folder in dev proc; do mount --rbind "/$folder" "$1/$folder"; done
        mount --bind "$PWD" "$1/fanglue"
        mount --bind "$3" "$1/imgui"
        mount --bind "$4" "$1/zlib"
        mount --bind "$5" "$1/bearssl"
        mount --bind "$6" "$1/pugixml"
        exec chroot "$1" env -i PATH=/usr/bin:/bin HOME=/tmp sh -c "cd /fanglue && $2"' _ "$1" "$2" "$imgui" "$zlib" "$bearssl" "$pugixml"
}

# build_newest FOLDER: the page, packed into FOLDER.
build_newest() {
    local root=$PWD/.tools/newest build=build/web-newest
    need_node_modules web && need_imgui && need_zlib && need_bearssl && need_pugixml || return 1
    say "Unpacking Debian's newest Emscripten"
    newest_root "$root" || return 1
    rm -rf "$build"
    say "Building with $(in_newest "$root" 'em++ --version' | head -1)"
    in_newest "$root" "cmake --preset web-release -B $build -DFANGLUE_TESTS=OFF -DFANGLUE_IMGUI_DIR=/imgui -DFANGLUE_ZLIB_DIR=/zlib -DFANGLUE_BEARSSL_DIR=/bearssl -DFANGLUE_PUGIXML_DIR=/pugixml >/dev/null &&
        cmake --build $build -j $jobs" || return 1
    rm -rf "$root"
    node web/pack.mjs "$build" "$1"
}
