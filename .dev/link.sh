#!/usr/bin/env bash
# link.sh: COMMAND…: links a WebAssembly program, or takes what the same command made of the same files before: the
# compiler cache knows nothing of links, and with Binaryen's passes they are what takes longest. The result is kept under a sum
# of everything that goes into it: compiler, words of the command, content of each file that it names.
set -euo pipefail

output="" previous=""
for word in "$@"; do
    [ "$previous" != -o ] || output=$word
    previous=$word
done
# Archives, native programs and debugging links are quick.
[[ $output == *.js && " $* " != *" -O0 "* ]] || exec "$@"

kept=${XDG_CACHE_HOME:-$HOME/.cache}/fanglue/links
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
sum=$({
    "$1" --version
    # Two checkouts name the same file by different folders.
    for word in "$@"; do printf '%s\n' "${word//"$root"/}"; done
    for word in "$@"; do
        [ -f "$word" ] || word=${word#@}
        [ ! -f "$word" ] || sha256sum <"$word"
    done
} | sha256sum | cut -d' ' -f1)
stem=${output%.js}
if [ -e "$kept/$sum/done" ]; then
    cp "$kept/$sum/program.js" "$output"
    # The program asks for its second file by name.
    cp "$kept/$sum/program.wasm" "$stem.wasm"
    touch "$kept/$sum"
    exit
fi
"$@"
if mkdir -p "$kept/$sum" 2>/dev/null; then
    cp "$output" "$kept/$sum/program.js" && cp "$stem.wasm" "$kept/$sum/program.wasm" && : >"$kept/$sum/done" || rm -rf "${kept:?}/$sum"
    # Forty links are about 150 MB.
    for old in $(ls -t "$kept" | tail -n +41); do rm -rf "${kept:?}/$old"; done
fi
