#!/usr/bin/env bash
# Holds Rolewright's window against an empty eframe window, started in turn on a screen that
# nobody sees:
#   first   milliseconds from the start of the process to the end of its first frame's layout
#   memory  resident memory three seconds later, in MiB
#   rest    frames painted in the ten seconds after that, with nobody touching anything
# The program stands on its start screen, then once more with a posting open. Prints the median
# of each, and the ratio to the empty window. At the end: the sizes of both programs.
#
# Linux, with Xvfb and GNU coreutils; from anywhere: benches/startup/compare.sh [ROUNDS]
# What it reads is the programs' own log of painted frames (ROLEWRIGHT_LOG=rolewright::frames=debug).
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${1:-5}
target=${CARGO_TARGET_DIR:-target}

cargo build --release --quiet --bin rolewright --example empty_window
work=$(mktemp -d)
running=""
trap 'kill $running ${screen:-} 2>/dev/null || true; rm -rf "$work"' EXIT

exec 3>"$work/display"
Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 2>/dev/null &
screen=$!
until [ -s "$work/display" ]; do sleep 0.05; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
unset WAYLAND_DISPLAY

# Painted frames in a log, and the time of the first, in nanoseconds.
painted() { grep -c 'frames: painted' "$1" || true; }
first_painted() { date -d "$(grep -m1 'frames: painted' "$1" | cut -d' ' -f1)" +%s%N; }

# run NAME LOG COMMAND...: starts a program, notes its figures, ends it.
run() {
    local name=$1 log=$2 start before
    shift 2
    start=$(date +%s%N)
    "$@" >/dev/null 2>"$work/stderr" &
    running=$!
    for _ in $(seq 200); do
        if [ -e "$log" ] && [ "$(painted "$log")" -gt 0 ]; then break; fi
        if ! kill -0 "$running" 2>/dev/null; then
            echo "$name ended before its first frame:" >&2
            cat "$work/stderr" >&2
            exit 1
        fi
        sleep 0.05
    done
    echo $((($(first_painted "$log") - start) / 1000)) >>"$work/$name.first"
    sleep 3
    awk '/^VmRSS:/ { print $2 }' "/proc/$running/status" >>"$work/$name.memory"
    before=$(painted "$log")
    sleep 10
    echo $(($(painted "$log") - before)) >>"$work/$name.rest"
    kill "$running"
    wait "$running" 2>/dev/null || true
    running=""
}

empty() { run empty "$work/stderr" "$target/release/examples/empty_window"; }

# ours NAME [FILE]: with a data folder of its own.
ours() {
    local name=$1 data
    shift
    data=$(mktemp -d -p "$work")
    ROLEWRIGHT_LOG=rolewright::frames=debug \
        run "$name" "$data/rolewright.log" "$target/release/rolewright" --data-dir "$data" "$@"
}

"$target/release/rolewright" --data-dir "$work/new" new --specialism backend --track engineer --level senior \
    --company "Northlight Systems" -o "$work/posting.rolewright" >/dev/null

# One round to warm the disk's cache; it does not count.
for round in $(seq 0 "$rounds"); do
    if [ "$round" = 1 ]; then rm -f "$work"/*.first "$work"/*.memory "$work"/*.rest; fi
    empty
    ours start
    ours posting "$work/posting.rolewright"
done

median() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }
echo "medians of $rounds rounds; in brackets, the ratio to the empty window"
printf '%-10s %18s %20s %12s\n' "" "first frame, ms" "memory, MiB" "at rest"
for name in empty start posting; do
    awk -v name="$name" -v rest="$(median "$work/$name.rest")" \
        -v first="$(median "$work/$name.first")" -v first0="$(median "$work/empty.first")" \
        -v memory="$(median "$work/$name.memory")" -v memory0="$(median "$work/empty.memory")" \
        'BEGIN { printf "%-10s %10.0f (%.2f) %13.1f (%.2f) %12d\n",
                 name, first / 1000, first / first0, memory / 1024, memory / memory0, rest }'
done
printf 'size: rolewright %s bytes, empty window %s bytes\n' \
    "$(stat -c %s "$target/release/rolewright")" "$(stat -c %s "$target/release/examples/empty_window")"
