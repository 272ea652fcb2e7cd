# elsewhere.sh: the tests as on another person's machine. Read by `dev`.

# clone_to FOLDER: what is committed, and what was fetched for it.
clone_to() {
    local fetched
    git clone -q --no-hardlinks . "$1"
    for fetched in .tools web/node_modules tests/browser/node_modules; do
        [ ! -e "$fetched" ] || { mkdir -p "$1/$fetched" && cp -rL "$fetched/." "$1/$fetched"; }
    done
}

# elsewhere FOLDER COMMAND…: in a clone below FOLDER whose path has blanks and Chinese, in another time zone and language, as an
# ordinary user. A language that is not installed counts for programs that bring their own, as node and the browser.
elsewhere() {
    local place=$1 there="$1/另一台 电脑/方略 计划" cache="" as=() status=0
    shift
    mkdir -p "$place/home" "$place/tmp" "${there%/*}"
    clone_to "$there"
    if command -v ccache >/dev/null; then
        cache=$place/ccache
        cp -r "$(ccache -k cache_dir)" "$cache" 2>/dev/null || mkdir -p "$cache"
    fi
    if [ "$(id -u)" = 0 ]; then
        chmod 755 "$place" && chown -R nobody "$place"
        as=(setpriv --reuid=nobody --regid="$(id -g nobody)" --clear-groups)
    fi
    (cd "$there" && "${as[@]}" env -i PATH="$PATH" HOME="$place/home" TMPDIR="$place/tmp" ${cache:+CCACHE_DIR="$cache"} \
        FANGLUE_JOBS="$jobs" TZ=America/St_Johns LC_ALL=tr_TR.UTF-8 bash -c "$*") || status=$?
    return $status
}
