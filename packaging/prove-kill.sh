#!/bin/sh
# Tests that a kill loses nothing: SIGKILL at random times while `estimate` overwrites existing results. After each run,
# every image and result file must equal one of the two versions that complete runs write, the old or the new one. Reports
# what was lost or half-written, and what is left of killed runs after the next complete one. Runs that end before their
# kill are repeated.
#
#   packaging/prove-kill.sh [KILLS [FOLDER]]       (100 kills; FOLDER must not exist, and is kept)
#
# prove-kill-forms.sh does the same for each form of result of a video, and for going on with --resume.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
kills=${1:-100}
work=${2:-}
if [ -n "$work" ]; then mkdir "$work"; else
  work=$(mktemp -d "${TMPDIR:-/tmp}/hrscope-kill.XXXXXX")
  trap 'rm -rf "$work"' EXIT
fi
work=$(cd "$work" && pwd)

. "$here/.mvn/find-jdk.sh"
[ -f "$here/target/hrscope.jar" ] || "$here/mvnw" -q -f "$here/pom.xml" -Dmaven.test.skip=true package
# A copy, because a build may run meanwhile. Without JavaFX, which commands do not need.
mkdir "$work/lib"
cp "$here"/target/hrscope.jar "$here"/target/lib/*.jar "$work/lib/"
rm -f "$work"/lib/javafx-*.jar

# exec, so that the kill hits java and not a shell.
estimate() {
  exec env OPENCV_LOG_LEVEL=SILENT "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED \
    -cp "$work/lib/*" org.hrscope.Main estimate "$work/in" \
    --out "$work/out" --json "$work/out/poses.json" --coco "$work/out/coco.json" "$@"
}
now() { date +%s%N; }
sums() { (cd "$work/out" && sha256sum -- * | sort -k 2); }

one() { estimate --decoder argmax --least 0; }
other() { estimate --decoder quarter --least 0.99; }

# Input images, and two versions that differ in every file.
(cd "$work" && OPENCV_LOG_LEVEL=SILENT "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$work/lib/*" \
  org.hrscope.Main estimate demo --frames 24 --out "$work/in" >/dev/null)
(one) >/dev/null
sums >"$work/one"
begin=$(now)
(other) >/dev/null
took=$((($(now) - begin) / 1000000))
sums >"$work/other"
files=$(wc -l <"$work/one")
[ "$(cat "$work/one" "$work/other" | sort -u | wc -l)" -eq $((2 * files)) ] ||
  { echo "the two versions are the same" >&2; exit 1; }
cat "$work/one" "$work/other" >"$work/allowed"

killed=0 lost=0 half=0 amid=0 left=0 i=0 whole=$took
while [ $killed -lt "$kills" ]; do
  i=$((i + 1))
  if [ $((i % 2)) -eq 0 ]; then (other) >/dev/null 2>&1 & else (one) >/dev/null 2>&1 & fi
  run=$!
  # Anywhere in the run except the start of java, when nothing is written.
  sleep "$(awk -v took="$took" -v seed="$$$i" 'BEGIN { srand(seed); print took * (0.25 + 0.75 * rand()) / 1000 }')"
  kill -9 $run 2>/dev/null || true
  wait $run 2>/dev/null && rc=0 || rc=$?
  # The machine may be less busy, and so faster, by now.
  if [ $rc -eq 137 ]; then killed=$((killed + 1)); else took=$((took * 9 / 10)); fi
  sums >"$work/after"
  # Both versions present: the kill came between two files.
  new=$(grep -cxFf "$work/one" "$work/after" || true)
  if [ "$new" -gt 0 ] && [ "$new" -lt "$files" ]; then amid=$((amid + 1)); fi
  left=$((left + $(find "$work/out" -name '.*.part' | wc -l)))
  here_now=$(wc -l <"$work/after")
  lost=$((lost + files - here_now))
  half=$((half + $(grep -cvxFf "$work/allowed" "$work/after" || true)))
done
(one) >/dev/null
still=$(find "$work/out" -name '.*.part' | wc -l)
echo "$killed kills in $i runs (a complete one took $whole ms), $files files each time: $lost lost, $half half-written"
echo "$amid left files of both versions, $left left partial files; after the next complete run there are $still"
[ "$lost" -eq 0 ] && [ "$half" -eq 0 ] && [ "$still" -eq 0 ]
