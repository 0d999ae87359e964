# Sourced by ./hrscope and .ci/run: the libraries of the system that JavaFX loads, on Linux only.
#
#   hrscope_need_libraries SONAME=PACKAGE...
#
# Asks the loader's own cache, so that what was built by hand or comes from another packager counts too. Missing ones
# are installed as root on Debian and its children (Ubuntu 24.04 knows libgtk-3-0t64 by its old name as well); anyone
# else is told the one command.
hrscope_need_libraries() {
  [ "$(uname)" = Linux ] || return 0
  hrscope_cache=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 0
  hrscope_missing=
  for hrscope_pair in "$@"; do
    case $hrscope_cache in
    *"${hrscope_pair%%=*} "*) ;;
    *) hrscope_missing="$hrscope_missing ${hrscope_pair#*=}" ;;
    esac
  done
  [ -n "$hrscope_missing" ] || return 0
  hrscope_install="apt-get install -y --no-install-recommends$hrscope_missing"
  if ! command -v apt-get >/dev/null; then
    echo "HRScope's window needs GTK 3, Pango and OpenGL: install them with this system's package manager (Debian calls them$hrscope_missing)." >&2
    return 1
  elif [ "$(id -u)" != 0 ]; then
    echo "HRScope's window needs libraries that are not here; install them with: sudo $hrscope_install" >&2
    return 1
  fi
  echo "Installing what the window needs:$hrscope_missing" >&2
  # The package lists of a fresh container are empty: without them the first try fails.
  hrscope_log=$({ $hrscope_install || { apt-get update && $hrscope_install; }; } </dev/null 2>&1) || {
    echo "$hrscope_log" >&2
    echo "These libraries could not be installed; the lines above say why. By hand: $hrscope_install" >&2
    return 1
  }
}
