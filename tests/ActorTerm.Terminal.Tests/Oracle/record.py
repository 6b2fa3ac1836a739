#!/usr/bin/env python3
"""Records what programs write to a terminal, as streams the oracle tests replay.

    apt-get install vim less htop mc tmux btop fzf nano dialog man-db
    sudo unshare --uts --pid --net --mount --fork /usr/bin/python3 record.py [NAME ...]

Each stream is Streams/NAME.COLUMNSxROWS.stream: bytes as the program wrote them, at one size throughout. The namespaces keep
this machine's host name, processes and files out of them; the programs see a host "demo" and a folder /srv/demo made here.
"""
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time

HERE = os.path.dirname(os.path.abspath(__file__))
DEMO = "/srv/demo"
QUIET = 0.35          # seconds without output that mean a step is over
LONGEST = 4.0         # seconds a step may go on writing

C_SOURCE = """\
#include <stdio.h>

/* A comment with a tab\tinside, and one that is long enough to reach beyond the right edge of a narrow terminal window. */
struct point { int x, y; };

static int area(struct point a, struct point b)
{
    return (a.x - b.x) * (a.y - b.y);
}

int main(int argc, char **argv)
{
    const char *text = "caf\\u00e9 \\n";
    for (int i = 0; i < argc; i++) {
        if (i % 2 == 0) printf("%d: %s%s", i, argv[i], text);
    }
    return area((struct point){ 1, 2 }, (struct point){ 3, 4 });
}
"""

TEXT = "".join(
    f"{n:3d} The quick brown fox jumps over the lazy dog; γρήγορη αλεπού, 敏捷的棕色狐狸, e\u0301te\u0301, 🦊 {'x' * (n % 70)}\n"
    for n in range(1, 121))

# name, columns, rows, command, steps; a step is what is typed.
SCENARIOS = [
    ("bash", 80, 24, ["bash", "--norc", "--noprofile", "-i"], [
        "ls --color=always -la\r", "echo " + "long " * 30 + "\r", "\x1b[A\x01# \x05 edited\r", "\x12ls\x12\r",
        "printf '\\e[1;31mbold red\\e[0m \\e[4;38;5;208munder\\e[0m \\e[7mreverse\\e[27;3mitalic\\e[0m\\n'\r",
        "cat text | head -30\r", "for i in $(seq 40); do printf '%d\\t%x\\n' $i $i; done\r",
        "echo 'a wide 漢字 line' | cat -\x01\x1bf\x1bf\x1bd\x19\x05\r", "ec\t \t\t\x03", "clear\r", "tput bold; tput setaf 3; echo hi; tput sgr0\r",
        "read -p 'Name? ' n\rsomebody\x7f\x7f\x7f\x7f\r", "exit\r"]),
    ("bash-narrow", 23, 9, ["bash", "--norc", "--noprofile", "-i"], [
        "echo one two three four five six seven eight nine ten eleven twelve\x01\x1b[C\x1b[C\x1bd\x05\x15", "cat text | head -5\r",
        "ls\r", "\x1b[A\x1b[A\x1b[B\x1b[D\x1b[D\x1b[3~\r", "exit\r"]),
    ("vim", 80, 24, ["vim", "-u", "NONE", "-N", "-c", "syntax on", "-c", "set ruler hlsearch showcmd nu", "point.c"], [
        "jjjjwwvej\x1b", "/int\rnn", ":split\r", "\x17j", "ggO// inserted 漢字 line\x1bj", "yyppp", "uu\x12", ":%s/int/long/gc\ryyna", "\x06\x02", ":set list\r",
        "zz:vsplit text\r", "50Gzt", "\x04\x15", ":help\r", "\x04", ":qa!\r"]),
    ("vim-truecolor", 132, 43, ["vim", "-u", "NONE", "-N", "-c", "set termguicolors bg=dark", "-c", "syntax on", "-c", "colorscheme slate", "point.c"], [
        "VGd", "u", "5>>", ":e text\r", "G", "\x02\x02", "/fox\r", "Ade\x1b", ":q!\r"]),
    ("less", 80, 24, ["less", "-R", "text"], [" ", " ", "b", "/fox\r", "n", "N", "G", "p", "10j", "k", "k", "\x1b)", "\x1b(", "-S\r", "q"]),
    ("man", 80, 24, ["man", "-P", "less", "tabs"], [" ", " ", "/ANSI\r", "nn", "g", "q"]),
    ("htop", 100, 30, ["htop", "-d", "5"], ["\x1b[B\x1b[B", "t", "\x1bOR", "sl\x1b", "\x1b[12~", "\x1b[B\x1b[B", "\x1b", "q"]),
    ("mc", 80, 24, ["mc", "-u"], ["\t\x1b[B\x1b[B\x1b[B", "\x1bOR", "\x1b[6~", "\x1bOR", "\x1b[20~", "\x1b[C\x1b[B\x1b[B", "\x1b\x1b", "ls\r", "\x0f", "\x0f",
        "\x1b[18~sub\r", "\x1b[21~\r"]),
    ("tmux", 80, 24, ["tmux", "-L", "oracle", "-f", "/dev/null", "new-session", "-n", "one", "bash --norc --noprofile"], [
        "ls\r", "\x02%", "cat text | tail -40\r", "\x02\"", "top -b -n1 | head -5\r", "\x02[\x1b[5~\x1b[5~", "q", "\x02o", "\x02z", "\x02z", "\x02w", "q", "\x02t", "q", "\x02:kill-server\r"]),
    ("btop", 110, 32, ["btop", "-lc", "--utf-force"], ["", "\x1b", "\x1b[B\x1b[B", "m", "\x1b", "h", "\x1b", "q"]),
    ("fzf", 80, 24, ["sh", "-c", "fzf --reverse --border --preview 'head -40 {}' </tmp/list"], ["po", "\x1b[B", "\x7f\x7f", "tex", "\x1b[A\x1b[A", "\x03"]),
    ("nano", 72, 20, ["nano", "-l", "text"], ["\x16\x16", "\x17dog\r", "typed text\r\r", "\x0b\x0b\x15\x15", "\x07", "\x18", "\x18n"]),
    ("dialog", 80, 24, ["dialog", "--clear", "--title", "Pick", "--menu", "Some choices\nin a box", "15", "50", "6",
        "1", "first", "2", "second", "3", "third 漢字"], ["\x1b[B\x1b[B", "\t", "\t", "\r"]),
]


def prepare():
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    subprocess.run(["mount", "-t", "proc", "proc", "/proc"], check=True)
    subprocess.run(["hostname", "demo"], check=True)
    os.makedirs(DEMO, exist_ok=True)
    for folder in (DEMO, "/root", "/home", "/tmp"):
        subprocess.run(["mount", "-t", "tmpfs", "tmpfs", folder], check=True)
    for folder in ("docs", "src/deep/er"):
        os.makedirs(f"{DEMO}/{folder}")
    for name, content in (("point.c", C_SOURCE), ("text", TEXT), ("script.sh", "#!/bin/sh\n"), ("data.tar.gz", "\0" * 70)):
        with open(f"{DEMO}/{name}", "w", encoding="utf-8") as file:
            file.write(content)
    os.chmod(f"{DEMO}/script.sh", 0o755)
    os.symlink("point.c", f"{DEMO}/link.c")
    with open("/tmp/list", "w", encoding="utf-8") as file:
        file.write("\n".join(["point.c", "text", "script.sh", "link.c", "漢字.txt"] + [f"file-{n}" for n in range(60)]) + "\n")
    for folder, _, files in os.walk(DEMO):
        for path in [folder] + [os.path.join(folder, file) for file in files]:
            os.utime(path, (1_700_000_000, 1_700_000_000), follow_symlinks=False)


def record(name, columns, rows, command, steps):
    pid, master = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.chdir(DEMO)
        os.execvpe(command[0], command, {
            "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "HOME": "/root", "USER": "root", "TERM": "xterm-256color", "COLORTERM": "truecolor",
            "LANG": "C.UTF-8", "PS1": "\\[\\e[32m\\]\\u@demo\\[\\e[0m\\]:\\w\\$ ", "SHELL": "/bin/bash", "TZ": "UTC"})
    output = bytearray()

    def read_until_quiet():
        begin = time.monotonic()
        while time.monotonic() - begin < LONGEST:
            if not select.select([master], [], [], QUIET)[0]:
                return True
            try:
                data = os.read(master, 65536)
            except OSError:
                return False
            if not data:
                return False
            output.extend(data)
        return True

    alive = read_until_quiet()
    for step in steps:
        if not alive:
            break
        os.write(master, step.encode())
        alive = read_until_quiet()
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(master)
    return bytes(output)


def main():
    prepare()
    wanted = set(sys.argv[1:])
    for name, columns, rows, command, steps in SCENARIOS:
        if wanted and name not in wanted:
            continue
        data = record(name, columns, rows, command, steps)
        with open(os.path.join(HERE, "Streams", f"{name}.{columns}x{rows}.stream"), "wb") as file:
            file.write(data)
        print(f"{name}: {len(data)} bytes")


if __name__ == "__main__":
    main()
