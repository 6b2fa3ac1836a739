using System.Globalization;

namespace ActorTerm.Benchmarks.Pty;

/// <summary>tmux doing the same work, on a server of its own with default settings.</summary>
internal static class Tmux
{
    /// <summary>Megabytes per second from the start of the flood to its end, in a detached window of 80 x 25.</summary>
    public static double Flood(PtyBench bench, FloodInput input, int megabytes)
    {
        var seconds = Timed(bench, $"""
            tmux new-session -d -x 80 -y 25 'cat'
            began=$(date +%s%N)
            tmux new-window '"{bench.Flood}" "{bench.FileOf(input)}" {megabytes}; tmux wait-for -S done'
            tmux wait-for done
            """);
        return megabytes / seconds;
    }

    /// <summary>Sessions per second, each with a program that ends at once; made by one client from a file of commands.</summary>
    public static double MakeAndEnd(PtyBench bench, int sessions)
    {
        var commands = Path.Combine(bench.Directory, "tmux-commands");
        File.WriteAllLines(commands, Enumerable.Repeat("new-session -d /bin/true", sessions));
        var seconds = Timed(bench, $"""
            tmux new-session -d -s stays -x 80 -y 25 'cat'
            began=$(date +%s%N)
            tmux source-file '{commands}'
            until [ "$(tmux list-sessions -F x)" = x ]; do :; done
            """);
        return sessions / seconds;
    }

    /// <summary>Runs a script in which <c>began</c> is set, and gives the seconds from there to its end.</summary>
    private static double Timed(PtyBench bench, string script)
    {
        var printed = bench.Run("/bin/sh", "-c", $$"""
            set -e
            tmux() { command tmux -L bench-$$ -f /dev/null "$@"; }
            trap 'tmux kill-server' EXIT
            trap 'exit 1' HUP TERM
            {{script}}
            ended=$(date +%s%N)
            echo $((ended - began))
            """);
        return long.Parse(printed, CultureInfo.InvariantCulture) / 1e9;
    }
}
