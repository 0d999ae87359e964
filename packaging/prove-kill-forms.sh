#!/bin/sh
# Tests that a kill loses nothing, for each form of result of a video: SIGKILL in the midst of `estimate`. After each kill
# there is nothing under the final name but a whole file; a recording plays, under its temporary name, up to the last
# second before the kill (if ffprobe is there to count its frames); and --resume ends with the bytes of an unbroken run.
#
#   packaging/prove-kill-forms.sh [KILLS [FORM...]]    (50 kills of each: csv npz openpose coco video animated)
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
kills=${1:-50}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- csv npz openpose coco video animated
work=$(mktemp -d "${TMPDIR:-/tmp}/hrscope-forms.XXXXXX")
trap 'rm -rf "$work"' EXIT

. "$here/.mvn/find-jdk.sh"
[ -f "$here/target/hrscope.jar" ] || "$here/mvnw" -q -f "$here/pom.xml" -Dmaven.test.skip=true package
mkdir "$work/lib"
cp "$here"/target/hrscope.jar "$here"/target/lib/*.jar "$work/lib/"
rm -f "$work"/lib/javafx-*.jar

# Run in the folder of the results, so that the command is the same in each. exec, so that the kill hits java.
estimate() {
  exec env OPENCV_LOG_LEVEL=SILENT "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED \
    -cp "$work/lib/*" org.hrscope.Main estimate "$@"
}
now() { date +%s%N; }
sums() { (cd "$work/$1" && find . -type f ! -name '.*' ! -name '*-unfinished*' -exec sha256sum {} + | sort -k 2); }
result() {
  case $1 in
  openpose) echo out ;; video) echo out.mp4 ;; animated) echo out.webp ;; coco) echo out.json ;; *) echo "out.$1" ;;
  esac
}

(estimate demo --frames 90 --video "$work/clip.mp4") >/dev/null
failed=0
for form; do
  mkdir "$work/whole"
  begin=$(now)
  (cd "$work/whole" && estimate ../clip.mp4 "--$form" "$(result "$form")") >/dev/null
  took=$((($(now) - begin) / 1000000))
  sums whole >"$work/wanted"
  killed=0 half=0 other=0 short=0 i=0 amid=0
  while [ $killed -lt "$kills" ]; do
    i=$((i + 1))
    mkdir "$work/out"
    (cd "$work/out" && estimate ../clip.mp4 "--$form" "$(result "$form")") >/dev/null 2>&1 &
    run=$!
    sleep "$(awk -v took="$took" -v seed="$$$i" 'BEGIN { srand(seed); print took * (0.3 + 0.7 * rand()) / 1000 }')"
    kill -9 $run 2>/dev/null || true
    wait $run 2>/dev/null && rc=0 || rc=$?
    if [ $rc -ne 137 ]; then took=$((took * 9 / 10)); rm -rf "$work/out"; continue; fi
    killed=$((killed + 1))
    sums out >"$work/after"
    half=$((half + $(grep -cvxFf "$work/wanted" "$work/after" || true)))
    # Every image is in the journal once the sinks have taken it; the first line names the run.
    journal=$(find "$work/out" -name '.*.resume' | head -1)
    done=0
    [ -z "$journal" ] || done=$(($(wc -l <"$journal") - 1))
    if [ "$done" -gt 0 ]; then amid=$((amid + 1)); fi
    left=$(find "$work/out" -name '.*.recording' | head -1)
    if [ -n "$left" ] && [ "$done" -gt 30 ] && command -v ffprobe >/dev/null; then
      frames=$(ffprobe -v error -count_frames -select_streams v -show_entries stream=nb_read_frames -of csv=p=0 "$left")
      [ "${frames:-0}" -ge $((done - 30)) ] || short=$((short + 1))
    fi
    (cd "$work/out" && estimate ../clip.mp4 "--$form" "$(result "$form")" --resume) >/dev/null 2>&1 || true
    sums out >"$work/after"
    cmp -s "$work/wanted" "$work/after" || other=$((other + 1))
    rm -rf "$work/out"
  done
  rm -rf "$work/whole"
  echo "$form: $killed kills in $i runs, $amid of them amid the frames: $half half-written, $other unlike an unbroken run" \
    "after --resume, $short recordings cut short"
  [ $((half + other + short)) -eq 0 ] || failed=1
done
exit $failed
