# tests.sh: how tests are run: side by side, only when something changed, with which limits. Read by `dev`.
# start NAME command…: run it in the background with its output in build/logs/NAME.log.
declare -A job_of=()
job_names=()
start() {
    local name=$1
    shift
    mkdir -p build/logs
    ("$@") >"build/logs/$name.log" 2>&1 &
    job_of[$name]=$!
    job_names+=("$name")
}

failed=()
# finish: wait for every started job, show what each printed, fail if one failed.
finish() {
    local name
    for name in "${job_names[@]}"; do
        say "== $name"
        wait "${job_of[$name]}" || failed+=("$name")
        cat "build/logs/$name.log"
    done
    [ ${#failed[@]} = 0 ] || die "failed: $(printf '%s; ' "${failed[@]}")"
}

# unless_passed NAME BUILT COMMAND…: tests that passed are not run again before something changes that they depend on: what was
# built (BUILT, a list of files and folders), the tests, the page's sources, what they read, the browsers. `./dev clean` forgets.
unless_passed() {
    local name=$1 built=$2 sum
    shift 2
    # shellcheck disable=SC2086
    sum=$({
        find $built tests web shell assets -name node_modules -prune -o -type f -print0 | sort -z | xargs -0 sha256sum
        dpkg-query -W chromium-headless-shell firefox-esr nodejs fonts-noto-cjk 2>/dev/null || true
    } | sha256sum)
    if [ "$(cat "build/passed/$name" 2>/dev/null)" = "$sum" ]; then
        echo "$name: nothing has changed since it passed ($(date -r "build/passed/$name" '+%F %R'))"
        return
    fi
    "$@" && mkdir -p build/passed && echo "$sum" >"build/passed/$name"
}

run_ctest() { ctest --preset "$1" -j "$jobs"; }
# One preset after the other, and behind the browser: its tests take longest, and wait for answers.
run_units() {
    local preset status=0
    renice -n 5 $BASHPID >/dev/null
    for preset in "$@"; do
        unless_passed "$preset" "$(find "build/$preset" -type f -perm -u+x -not -path '*/CMakeFiles/*')" run_ctest "$preset" || status=1
        [ "$preset" != asan ] || fuzz all "${FANGLUE_FUZZ_SECONDS:-3}" || status=1
    done
    return $status
}
run_node_tests() {
    # A test that hangs must not hang everything; older versions of node lack some of these.
    local flag flags=()
    for flag in --test-timeout=600000 --test-concurrency="${node_jobs:-$jobs}" --test-force-exit; do
        node "$flag" -e 0 2>/dev/null && flags+=("$flag")
    done
    node --test --test-reporter=spec "${flags[@]}" "$@"
}
run_lint() { run_node_tests tests/lint/*.test.mjs; }
# These wait a lot: for frames, for timers, for the disk. One more than there are processors keeps those busy.
run_browser() {
    local files=("$@")
    # The longest first, so that none of them is left to run alone at the end.
    [ $# -gt 0 ] || mapfile -t files < <(
        printf 'tests/browser/%s.test.mjs\n' panels offline
        find tests/browser -name '*.test.mjs' -not -path '*/node_modules/*' -not -name panels.test.mjs -not -name offline.test.mjs | sort
    )
    node_jobs=$((jobs + 1)) run_node_tests "${files[@]}"
}

# What `./dev test` runs; all that Firefox can run takes as long again.
run_browsers() {
    local -x FANGLUE_SCREENSHOTS=none
    unless_passed chromium "dist build/native/src/planner" run_browser &&
        unless_passed firefox "dist build/native/src/planner" run_firefox smoke keyboard
}
# Without names: all; what needs the protocol of Chromium is skipped.
run_firefox() {
    local names=("${@/%/.test.mjs}")
    FANGLUE_BROWSER=firefox run_browser "${names[@]/#/tests/browser/}"
}

# fuzz TARGET|all SECONDS: as many targets at a time as there are processors. What was learned stays in build/fuzz/corpus; a find
# lies in build/fuzz/found/TARGET and belongs, once mended, into tests/fuzz/crashers/TARGET.
fuzz() {
    local program=build/asan/tests/fuzz/fuzz work=build/fuzz targets=$1
    rm -rf "$work/seeds" && mkdir -p "$work"
    "${program}_replay" --seeds "$work/seeds"
    "${program}_replay" --names >"$work/names.dict"
    [ "$targets" != all ] || targets=$(ls "$work/seeds")
    # shellcheck disable=SC2016
    printf '%s\n' $targets | xargs -P "$jobs" -I{} bash -c '
        program=$1 work=$2 seconds=$3 target=$4
        mkdir -p "$work/corpus/$target" "$work/found/$target"
        "$program" --target="$target" "$work/corpus/$target" "$work/seeds/$target" "tests/fuzz/corpus/$target" -dict="$work/names.dict" \
            -max_total_time="$seconds" -max_len=20000 -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$work/found/$target/" \
            -print_final_stats=1 >"$work/$target.log" 2>&1 || { echo "$target: broken"; tail -60 "$work/$target.log"; exit 1; }
        awk -v target="$target" "/number_of_executed_units/ { runs = \$2 } /DONE/ { coverage = \$4 }
            END { print target \": \" runs \" inputs tried, \" coverage \" branches reached, nothing found\" }" "$work/$target.log"' \
        _ "$program" "$work" "$2" {}
}
