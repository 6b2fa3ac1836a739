#!/usr/bin/env bash
# ActorTerm's one script: ./build.sh VERB. The verbs are listed by ./build.sh help.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
root=$PWD
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
engine=(${ACTOR_ENGINE_ARGS:-})          # for example "-p:ActorEngine=Akka": docs/adr/0001

help() {
  cat <<'TEXT'
usage: ./build.sh VERB

  up        build, start the host, run the arithmetic sample, show the mission's composed call on a session's screen
  down      end the host and the sample that `up` started
  build     build everything
  test      install what the tests need (as root, by apt-get and npm) and run all of them
  publish   self-contained executables and the client's package into artifacts/
  install   --prefix DIR: publish, then install executables, samples with the client's package, and a systemd user unit under DIR
  bench     install the peers it compares with and run the benchmarks; writes docs/benchmarks.md
TEXT
}

say() { printf '%s\n' "$@"; }
fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

state_directory() { printf '%s/actorterm' "${XDG_STATE_HOME:-$HOME/.local/state}"; }

bin() { printf '%s/artifacts/%s/bin/%s/release' "$root" "$(engine_name)" "$1"; }
engine_name() { case "${engine[*]:-}" in *ActorEngine=Akka*) printf Akka ;; *) printf Own ;; esac; }

actorterm() { "$(bin ActorTerm.Cli)/actorterm" "$@"; }

build_release() { dotnet build "$1" -c Release -v quiet "${engine[@]}"; }

# The 22nd field of /proc/PID/stat: when the process began, in clock ticks since boot. Empty when there is none.
start_time() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

remember() { printf '%s %s\n' "$2" "$(start_time "$2")" > "$(state_directory)/$1.pid"; }

# Ends the process that `remember` noted under this name, if it is still that one, and waits until it is gone.
end_remembered() {
  local file pid began
  file="$(state_directory)/$1.pid"
  [ -f "$file" ] || { say "$1: not running"; return 0; }
  read -r pid began < "$file"
  if [ -n "$began" ] && [ "$(start_time "$pid")" = "$began" ]; then
    kill "$pid"
    for _ in $(seq 300); do [ "$(start_time "$pid")" = "$began" ] || break; sleep 0.1; done
    [ "$(start_time "$pid")" = "$began" ] && fail "$1 (pid $pid) does not end"
    say "$1: ended"
  else
    say "$1: was not running any more"
  fi
  rm -f "$file"
}

# start NAME LOG COMMAND...: runs a command of ours in the background and notes which process it is.
start() {
  local name=$1 log=$2
  shift 2
  setsid "$@" > "$log" 2>&1 < /dev/null &
  remember "$name" $!
}

is_running() {
  local pid began
  [ -f "$(state_directory)/$1.pid" ] && read -r pid began < "$(state_directory)/$1.pid" && [ -n "$began" ] && [ "$(start_time "$pid")" = "$began" ]
}

# wait_until DESCRIPTION LOG COMMAND...: up to a minute, then shows the log.
wait_until() {
  local what=$1 log=$2
  shift 2
  for _ in $(seq 600); do "$@" > /dev/null 2>&1 && return 0; sleep 0.1; done
  tail -n 20 "$log" >&2 || true
  fail "$what did not happen within a minute; the log is $log"
}

up() {
  local state session first second a b c
  state=$(state_directory)
  mkdir -p -m 700 "$state"
  say "building ..."
  build_release src/ActorTerm.Host
  build_release src/ActorTerm.Cli
  if actorterm ls > /dev/null 2>&1; then
    say "a host is running already: using it"
  else
    start host "$state/host.log" "$(bin ActorTerm.Host)/actorterm-host"
    wait_until "the start of the host" "$state/host.log" actorterm ls
    say "the host is running; its log is $state/host.log"
  fi
  session=$(actorterm new --name demo --json -- bash --norc | sed -n 's/.*"id": *"\([^"]*\)".*/\1/p' | head -n 1)
  [ -n "$session" ] || fail "no session was made"
  if is_running arithmetic; then
    say "the arithmetic sample is running already"
  else
    dotnet build samples/arithmetic.cs -v quiet
    start arithmetic "$state/arithmetic.log" dotnet run --no-build samples/arithmetic.cs
    wait_until "the sample's registration" "$state/arithmetic.log" grep -q registered "$state/arithmetic.log"
  fi

  a=$((RANDOM % 100 + 10)) b=$((RANDOM % 100 + 10)) c=$((RANDOM % 100 + 10))
  first='show(s: add(a: 1, b: times(a: 2, b: 3)))'
  second="show(s: add(a: $a, b: times(a: $b, b: $c)))"
  say "" "invoking $first"
  actorterm invoke --session "$session" "$first" > /dev/null
  say "invoking $second"
  actorterm invoke --session "$session" "$second" > /dev/null
  say "" "the screen of session $session:"
  actorterm capture "$session" | sed -e :a -e '/^\n*$/{$d;N;ba' -e '}' | sed 's/^/  | /'
  local screen
  screen=$(actorterm capture "$session")
  grep -qw 7 <<< "$screen" || fail "7 is not on the screen"
  grep -qw "$((a + b * c))" <<< "$screen" || fail "$((a + b * c)) is not on the screen"

  local cli
  cli=$(realpath --relative-to="$root" "$(bin ActorTerm.Cli)/actorterm")
  cat <<TEXT

Both results stand there. Three things to try next:
  $cli attach $session          # look at it live; C-b d detaches
  $cli invoke 'add(a: 40, b: 2)'    # call the sample's functions yourself
  eval "\$($cli env)"; python3 your_iterm2_script.py   # run a script written for iTerm2
./build.sh down ends the host and the sample.
TEXT
}

down() {
  end_remembered arithmetic
  end_remembered host
}

build() { dotnet build ActorTerm.sln -c Release -v minimal "${engine[@]}"; }

# What the tests need beside the SDK: the Debian packages and npm folders of eng/test-packages.txt.
install_test_packages() {
  local missing=() package folder
  for package in $(test_packages | grep -v '^npm:'); do
    is_installed "$package" || missing+=("$package")
  done
  install_packages "${missing[@]}"
  for folder in $(test_packages | sed -n 's/^npm://p'); do npm_ci "$folder"; done
}

npm_ci() { (cd "$1" && npm ci --no-audit --no-fund --loglevel=error) || fail "npm ci failed in $1"; }

test_packages() { sed 's/#.*//; s/[[:space:]]*$//; /^$/d' eng/test-packages.txt; }

# Node and npm count wherever they come from; Debian's own are years behind.
is_installed() {
  case "$1" in
    nodejs) command -v node > /dev/null ;;
    npm) command -v npm > /dev/null ;;
    *) dpkg-query -W -f='${Status}' "$1" 2> /dev/null | grep -q 'install ok installed' ;;
  esac
}

install_packages() {
  [ $# -gt 0 ] || return 0
  [ "$(id -u)" = 0 ] || fail "these Debian packages are missing, and only root can install them: $*"
  say "installing $*"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

run_tests() {
  install_test_packages
  local results=artifacts/test-results
  rm -rf "$results"
  mkdir -p "$results"
  dotnet build ActorTerm.sln -c Release -v quiet "${engine[@]}"
  dotnet build samples/arithmetic.cs -v quiet
  rm -rf artifacts/installed
  install_to --prefix artifacts/installed > /dev/null        # ActorTerm.Publish.Tests looks at it
  local status=0
  dotnet test ActorTerm.sln -c Release --no-build "${engine[@]}" --logger trx --results-directory "$results" -- RunConfiguration.MaxCpuCount=1 || status=$?
  summary "$results"
  return "$status"
}

# One line for the whole run, from the counters of every project's results.
summary() {
  local passed failed
  failed=$(grep -ho '<Counters [^>]*' "$1"/*.trx | sed -n 's/.* failed="\([0-9]*\)".*/\1/p' | awk '{ n += $1 } END { print n + 0 }')
  passed=$(grep -ho '<Counters [^>]*' "$1"/*.trx | sed -n 's/.* passed="\([0-9]*\)".*/\1/p' | awk '{ n += $1 } END { print n + 0 }')
  say "$passed passed, $failed failed"
}

publish() {
  local project runtime composite
  case "$(uname -m)" in aarch64) runtime=linux-arm64 ;; *) runtime=linux-x64 ;; esac
  for project in Host Cli; do
    # A verb lives for a tenth of a second: the framework is compiled together with it. A host starts once.
    case $project in Cli) composite=true ;; *) composite=false ;; esac
    dotnet publish "src/ActorTerm.$project" -c Release -r "$runtime" --self-contained -v quiet \
      -p:PublishSingleFile=true -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=$composite -p:DebugType=none -o "artifacts/publish/$project"
  done
  install -m 755 artifacts/publish/Host/actorterm-host artifacts/actorterm-host
  install -m 755 artifacts/publish/Cli/actorterm artifacts/actorterm
  rm -f artifacts/*.nupkg
  dotnet pack src/ActorTerm.Client -c Release -v quiet -o artifacts
  say "artifacts/actorterm-host" "artifacts/actorterm" artifacts/ActorTerm.Client.*.nupkg
}

install_to() {
  [ "${1:-}" = --prefix ] && [ -n "${2:-}" ] || fail "usage: ./build.sh install --prefix DIR"
  local prefix
  prefix=$(realpath -m "$2")
  publish
  install -D -m 755 artifacts/actorterm-host "$prefix/bin/actorterm-host"
  install -D -m 755 artifacts/actorterm "$prefix/bin/actorterm"
  install -D -m 644 hocon/host.conf "$prefix/share/actorterm/host.conf"
  install_samples "$prefix/share/actorterm"
  install -d "$prefix/lib/systemd/user"
  sed "s#@PREFIX@#$prefix#g" deploy/actorterm.service > "$prefix/lib/systemd/user/actorterm.service"
  say "installed under $prefix. To run the host as your user's service:" \
      "  systemctl --user link $prefix/lib/systemd/user/actorterm.service && systemctl --user enable --now actorterm" \
      "A sample: dotnet run $prefix/share/actorterm/samples/arithmetic.cs"
}

# The samples as they are outside the clone: with the client's package, which is installed beside them, instead of its project.
install_samples() {
  local package version sample
  package=$(printf '%s\n' artifacts/ActorTerm.Client.*.nupkg)
  version=${package#artifacts/ActorTerm.Client.}
  version=${version%.nupkg}
  install -D -m 644 -t "$1/packages" artifacts/*.nupkg
  install -D -m 644 -t "$1/samples" samples/Directory.* deploy/samples/nuget.config
  for sample in samples/*.cs; do
    sed "s|^#:project .*|#:package ActorTerm.Client@$version|" "$sample" > "$1/$sample"
  done
}

bench() {
  install_test_packages
  command -v cc > /dev/null || install_packages gcc libc6-dev
  npm_ci tests/ActorTerm.Benchmarks/Terminal/peer
  publish
  dotnet run --project tests/ActorTerm.Benchmarks -c Release -- --write docs/benchmarks.md "$@"
}

verb=${1:-help}
shift || true
case "$verb" in
  up) up ;;
  down) down ;;
  build) build ;;
  test) run_tests ;;
  publish) publish ;;
  install) install_to "$@" ;;
  bench) bench "$@" ;;
  help | --help | -h) help ;;
  *) help >&2; fail "there is no verb $verb" ;;
esac
