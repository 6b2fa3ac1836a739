using ActorTerm.Benchmarks.Harness;
using ActorTerm.Benchmarks.Pty;
using ActorTerm.Language;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Benchmarks.Sessions;

/// <summary>
/// From a key pressed to the notice that what its binding typed stands on the screen, against a key without a binding in the same session. The
/// echo comes after the write to the program, so this is more than the write takes.
/// </summary>
internal static class Pressing
{
    private const int BoundKeys = 100;

    public static Row Row(PtyBench bench, SessionBench host, int keys) => new(
        $"key bound to Send Text, one of {BoundKeys} bindings, to its echo, 99th percentile", "ms",
        new Side("bound", () => Milliseconds(bench, host, "C-F1", keys)),
        new Side("a key to its echo", () => Milliseconds(bench, host, "k", keys)),
        Goal.MoreByAtMost(2));

    private static double Milliseconds(PtyBench bench, SessionBench host, string key, int keys)
    {
        var echo = host.Ask<Created>(SessionBench.Create(bench.RawEcho)).Session;
        host.Ask<SessionsProtocol.TextMatched>(echo, new SessionsProtocol.WaitFor(".", OnlyNew: false, Idle: null, Within: null));
        host.Ask<SessionsProtocol.Accepted>(echo, new SessionsProtocol.SetProfile([new(KeysProtocol.KeyboardMap, Map())]));
        var typed = new TaskCompletionSource<double[]>(TaskCreationOptions.RunContinuationsAsynchronously);
        var typist = host.Start(() => new Presser(host.Workspace, echo, key, keys, typed));

        var times = typed.Task.GetAwaiter().GetResult();

        host.End(typist);
        host.Close(echo);
        Array.Sort(times);
        return times[keys * 99 / 100];
    }

    /// <summary>Control-F1, and keys that nobody presses.</summary>
    private static Value Map() => Value.Object(Enumerable.Range(0, BoundKeys).Select(n => KeyValuePair.Create(
        n == 0 ? "0xf704-0x40000" : FormattableString.Invariant($"0x{0x100 + n:x}-0x80000"),
        Value.Object([new("Action", Value.Of((long)KeysProtocol.KeyActions.SendText)), new("Text", Value.Of("k"))]))));

    /// <summary>Presses the key when the echo of the one before has come.</summary>
    private sealed class Presser : ReceiveActor
    {
        private readonly IActorRef _workspace;
        private readonly ToSession _key;
        private long _pressed;

        public Presser(IActorRef workspace, SessionId echo, string key, int keys, TaskCompletionSource<double[]> done)
        {
            _workspace = workspace;
            _key = new ToSession(SessionTarget.Of(echo), new SessionsProtocol.StrikeKeys([key]));
            var times = new List<double>(keys);
            Receive<SessionsProtocol.KeysTaken>(_ => { });
            Receive<SessionsProtocol.ScreenChanged>(_ =>
            {
                times.Add(Stopwatch.GetElapsedTime(_pressed).TotalMilliseconds);
                if (times.Count < keys) Press();
                else done.TrySetResult([.. times]);
            });
            workspace.Tell(new HearSessions(SessionTarget.Of(echo), SessionsProtocol.SessionEvents.Screen), Self);
            Press();
        }

        private void Press()
        {
            _pressed = Stopwatch.GetTimestamp();
            _workspace.Tell(_key, Self);
        }
    }
}
