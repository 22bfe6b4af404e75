#!/bin/sh
# Opens the forms of the library in the browser. The first start installs the program for this user: no administrator is
# needed. Later starts need no internet. "library docs install" explains it. Words after the name of this file
# are given to the program: "./Start library.command" check
# The steps are those of "Start library.cmd". macOS starts it by a double-click, Linux in a terminal.
cd "$(dirname "$0")" || exit 2
case "$(uname -s)" in
    Darwin) place="$HOME/Library/Application Support/reviews-library" ;;
    *) place="${XDG_DATA_HOME:-$HOME/.local/share}/reviews-library" ;;
esac
# A Mac with an Intel processor needs Python 3.11 or 3.12: newer ones would have to compile a part of the program.
below=15
[ "$(uname -sm)" != 'Darwin x86_64' ] || below=13
PATH="$PATH:$HOME/.local/bin:/opt/homebrew/bin:/usr/local/bin"
export PIP_DISABLE_PIP_VERSION_CHECK=1 UV_SYSTEM_CERTS=1 UV_NATIVE_TLS=1
if [ $# -eq 0 ]; then
    is_edit=yes
    set -- edit
fi

# Keeps the window open until the message is read.
end() {
    if [ -t 0 ]; then
        printf '\nPress Enter. '
        read -r _
    fi
    exit "$1"
}

# Runs the program that the arguments name, and ends.
start() {
    if [ -n "$is_edit" ]; then
        echo 'Starting the library. The browser opens in a moment. To stop, close this window.'
    fi
    "$@"
    status=$?
    if [ "$status" -eq 0 ] || [ "$status" -eq 130 ]; then
        exit "$status"
    fi
    printf '\nThe program has stopped. The lines above say why.\n'
    end "$status"
}

not_installed() {
    cat <<'TEXT'

The program was not installed. The lines above say why. The usual reasons:

  - There is no internet. Connect this computer, and start again.
  - Your organisation blocks the download. Ask your IT team to allow the Python
    Package Index (PyPI), or to give you a folder "wheels" to put next to this file.
  - The disk is full. The program needs 400 MB.
TEXT
    if [ -f "$program-old/installed" ]; then
        rm -rf "$program"
        mv "$program-old" "$program"
        printf '\nThe version of the program that you had is kept. To use it, take the new .whl file out of this folder.\n'
    fi
    end 2
}

# Prints the path of a Python that the program can use. On a Mac, /usr/bin/python3 only offers to install other programs.
find_python() {
    for name in python3.12 python3.13 python3.14 python3.11 python3; do
        found=$(command -v "$name") || continue
        if [ "$found" = /usr/bin/python3 ] && [ "$(uname -s)" = Darwin ]; then continue; fi
        if "$found" -c "import sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, $below))" 2>/dev/null; then
            echo "$found"
            return
        fi
    done
}

# 1. The folder of the program itself: requirements.lock lists what it needs.
# 2. The program as a file next to this one. Of several, the newest is used.
if [ -f requirements.lock ] && [ -f generator/cli/main.py ]; then
    if [ -x .venv/bin/python ] && .venv/bin/python -m generator --version >/dev/null 2>&1; then
        start .venv/bin/python -m generator "$@"
    fi
    program="$place/program-of-sources"
    wanted=requirements.lock
else
    program="$place/program"
    wanted=$(ls -t reviews_library-*-none-any.whl 2>/dev/null | head -n 1)
fi
python="$program/bin/python"

if [ -z "$wanted" ]; then
    # 3. The program that uv or pipx has installed.
    if command -v library >/dev/null; then
        start library "$@"
    fi
    # 4. The program that an earlier start of a library has installed.
    if [ -f "$program/installed" ] && [ -x "$python" ]; then
        start "$python" -m generator "$@"
    fi
    cat <<'TEXT'

The program is not on this computer yet. What to do:

  1. Get the file of the program. Its name begins with reviews_library and ends in .whl.
     The person who gave you this folder has it.
  2. Put it into this folder, next to "Start library".
  3. Double-click "Start library" again.
TEXT
    end 2
fi
if [ -x "$python" ] && cmp -s "$wanted" "$program/installed"; then
    start "$python" -m generator "$@"
fi

cat <<'TEXT'

The program is installed now. This happens once, needs the internet, and takes some minutes.
Please leave this window open.

TEXT
uv=$(command -v uv)
base=
[ -n "$uv" ] || base=$(find_python)
if [ -z "$uv$base" ]; then
    cat <<'TEXT'
This computer has no Python that the program can use. What to do:

  1. Open the list of programs of your organisation. It is often called Company Portal or Self Service.
  2. Install "Python 3.12".
     If it is not in the list, ask your IT team: "Please give me Python 3.12, or uv".
  3. Double-click "Start library" again.
TEXT
    end 2
fi
echo 'Step 1 of 3: preparing a place for the program'
# A complete older version is kept until the new one is complete. What an interrupted installation has left is removed.
if [ -f "$program/installed" ]; then
    rm -rf "$program-old"
    mv "$program" "$program-old"
else
    rm -rf "$program"
fi
if [ -n "$uv" ]; then
    "$uv" venv --quiet --python ">=3.11,<3.$below" "$program" || not_installed
else
    "$base" -m venv "$program" || not_installed
fi
echo 'Step 2 of 3: downloading and installing the program'
offline=
[ ! -d wheels ] || offline='--no-index --find-links wheels'
what=./$wanted
[ "$wanted" != requirements.lock ] || what='--require-hashes -r requirements.lock'
# shellcheck disable=SC2086 # several words each
if [ -n "$uv" ]; then
    "$uv" pip install --python "$python" --only-binary :all: $offline $what || not_installed
else
    "$python" -m pip install --no-compile --retries 1 --only-binary :all: $offline $what || not_installed
fi
echo 'Step 3 of 3: starting the program for the first time'
cp "$wanted" "$program/installed" || not_installed
rm -rf "$program-old"
start "$python" -m generator "$@"
