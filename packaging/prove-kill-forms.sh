#!/bin/sh
# Tests that a kill loses nothing, for each form of result of a video: SIGKILL in the midst of `estimate`. After each kill
# there is nothing under the final name but a whole file; a recording plays, under its temporary name, up to the last
# second before the kill (if ffprobe is there to count its frames); and --resume ends with the bytes of an unbroken run.
#
#   packaging/prove-kill-forms.sh [KILLS [FORM...]]    (50 kills of each: csv npz openpose coco video animated)
#
# The clip is short, and smaller and slower if ffmpeg is there to make it so; the JVM starts from a cache and does not optimise: what is
# tested is what is written when, not how fast.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
kills=${1:-50}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- csv npz openpose coco video animated
length=36 # frames
work=$(mktemp -d "${TMPDIR:-/tmp}/hrscope-forms.XXXXXX")
trap 'rm -rf "$work"' EXIT

. "$here/.mvn/find-jdk.sh"
[ -f "$here/target/hrscope.jar" ] || "$here/mvnw" -q -f "$here/pom.xml" -Dmaven.test.skip=true package
mkdir "$work/lib" "$work/tmp"
cp "$here"/target/hrscope.jar "$here"/target/lib/*.jar "$work/lib/"
rm -f "$work"/lib/javafx-*.jar
jars=$(find "$work/lib" -name '*.jar' | sort | tr '\n' ':')

# Run in the folder of the results, so that the command is the same in each. exec, so that the kill hits java. Killed JVMs
# leave unpacked libraries in their temporary folder.
cache=
estimate() {
  exec env OPENCV_LOG_LEVEL=SILENT "$JAVA_HOME/bin/java" $cache -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xlog:disable \
    --enable-native-access=ALL-UNNAMED "-Djava.io.tmpdir=$work/tmp" -cp "$jars" org.hrscope.Main estimate "$@"
}
sums() { (cd "$work/$1" && find . -type f ! -name '.*' ! -name '*-unfinished*' -exec sha256sum {} + | sort -k 2); }
# Every image is in the journal once the sinks have taken it; the first line names the run. That of a folder lies in it.
frames_done() {
  for journal in "$work"/out/.*.resume "$work"/out/out/.*.resume; do
    if [ -f "$journal" ]; then echo $(($(wc -l <"$journal") - 1)); return; fi
  done
  echo 0
}
result() {
  case $1 in
  openpose) echo out ;; video) echo out.mp4 ;; animated) echo out.webp ;; coco) echo out.json ;; *) echo "out.$1" ;;
  esac
}

(estimate demo --frames $length --video "$work/clip.mp4") >/dev/null
second=30 # frames of the last second, which a recording may lack
if command -v ffmpeg >/dev/null; then
  second=12
  mv "$work/clip.mp4" "$work/large.mp4"
  ffmpeg -v error -i "$work/large.mp4" -vf "scale=320:180,setpts=2.5*PTS" -r $second "$work/clip.mp4"
fi
cache=-XX:AOTCacheOutput=$work/start.aot
(cd "$work" && estimate clip.mp4 --csv warm.csv --npz warm.npz --coco warm.json --openpose warm --video warm.mp4 \
  --animated warm.webp) >/dev/null 2>&1
cache=-XX:AOTCache=$work/start.aot
failed=0
for form; do
  mkdir "$work/whole"
  (cd "$work/whole" && estimate ../clip.mp4 "--$form" "$(result "$form")") >/dev/null
  sums whole >"$work/wanted"
  killed=0 half=0 other=0 short=0 i=0 amid=0 begun=$(date +%s)
  while [ $killed -lt "$kills" ]; do
    i=$((i + 1))
    mkdir "$work/out"
    (cd "$work/out" && estimate ../clip.mp4 "--$form" "$(result "$form")") >/dev/null 2>&1 &
    run=$!
    # Any frame of the clip, or the end of the file after them; and any moment of it.
    moment=$(awk -v n=$length -v seed="$$$i" 'BEGIN { srand(seed); printf "%d %.3f", rand() * (n + 1), rand() * 0.05 }')
    while [ "$(frames_done)" -lt "${moment% *}" ] && kill -0 $run 2>/dev/null; do sleep 0.02; done
    sleep "${moment#* }"
    kill -9 $run 2>/dev/null || true
    wait $run 2>/dev/null && rc=0 || rc=$?
    if [ $rc -ne 137 ]; then rm -rf "$work/out"; continue; fi
    killed=$((killed + 1))
    sums out >"$work/after"
    half=$((half + $(grep -cvxFf "$work/wanted" "$work/after" || true)))
    done=$(frames_done)
    if [ "$done" -gt 0 ]; then amid=$((amid + 1)); fi
    left=$(find "$work/out" -name '.*.recording' | head -1)
    if [ -n "$left" ] && [ "$done" -gt $second ] && command -v ffprobe >/dev/null; then
      frames=$(ffprobe -v error -count_frames -select_streams v -show_entries stream=nb_read_frames -of csv=p=0 "$left")
      [ "${frames:-0}" -ge $((done - second)) ] || short=$((short + 1))
    fi
    (cd "$work/out" && estimate ../clip.mp4 "--$form" "$(result "$form")" --resume) >/dev/null 2>&1 || true
    sums out >"$work/after"
    cmp -s "$work/wanted" "$work/after" || other=$((other + 1))
    rm -rf "$work/out" "$work"/tmp/*
  done
  rm -rf "$work/whole"
  echo "$form: $killed kills in $i runs and $(($(date +%s) - begun)) s, $amid of them amid the frames: $half half-written," \
    "$other unlike an unbroken run after --resume, $short recordings cut short"
  [ $((half + other + short)) -eq 0 ] || failed=1
done
exit $failed
