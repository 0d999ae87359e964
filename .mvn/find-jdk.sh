# Sourced by ./mvnw and ./hrscope: sets JAVA_HOME to a JDK 25 or later, searching the usual places.
# Reads each JDK's `release` file instead of starting javac, which would take a quarter of a second per JDK.
hrscope_jdk_version() {
  hrscope_number=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)
  [ -n "$hrscope_number" ] || hrscope_number=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  echo "${hrscope_number:-0}"
}

hrscope_find_jdk() {
  hrscope_on_path=$(command -v javac 2>/dev/null || true)
  if [ -n "$hrscope_on_path" ]; then
    hrscope_on_path=$(dirname "$(dirname "$(readlink -f "$hrscope_on_path" 2>/dev/null || echo "$hrscope_on_path")")")
  fi
  set +f # the places below are patterns
  for hrscope_home in "${JAVA_HOME-}" "$hrscope_on_path" /usr/lib/jvm/*25* /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*; do
    [ -n "$hrscope_home" ] && [ -x "$hrscope_home/bin/javac" ] || continue
    if [ "$(hrscope_jdk_version "$hrscope_home")" -ge 25 ]; then
      JAVA_HOME=$hrscope_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "HRScope needs JDK 25 or newer: install Temurin 25 from https://adoptium.net (or your system's openjdk-25-jdk), or set JAVA_HOME to it." >&2
  return 1
}

hrscope_find_jdk || exit 1
