using ActorTerm.Language;
using ActorTerm.Runtime.Connections;
using ActorTerm.Runtime.Functions;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using static ActorTerm.Runtime.Invocations.InvocationsProtocol;

namespace ActorTerm.Runtime.Tests.Invocations;

/// <summary>Many compositions at once: every value, and every byte given back.</summary>
[Collection(Alone.Name)]
public sealed class InFlightTests : InvocationKit
{
    private const int Count = 10_000;

    [Fact]
    public async Task Ten_thousand_compositions_in_flight_all_come_out_right_and_leave_no_memory_behind()
    {
        var script = Sys.ActorOf(Actor.Of(() => new ScriptInWaves()), "waves");
        foreach (var (name, arguments) in (ReadOnlySpan<(string, string[])>)[("times", ["a", "b"]), ("add", ["a", "b"]), ("show", ["s"])])
        {
            Functions.Tell(new FunctionsProtocol.Register(new FunctionsProtocol.Registration(name, arguments, [], null, script, "waves")), Caller.Ref);
            Caller.ExpectMsg<FunctionsProtocol.Registered>();
        }

        await ComposeAsync();                      // tables and caches grow to their size
        var before = Heap();
        for (var round = 0; round < 3; round++) await ComposeAsync();
        Quiet();
        var after = Heap();

        Assert.True(after <= before + Math.Max(before / 20, 4 << 20), $"{before} bytes before, {after} after");
    }

    private async Task ComposeAsync()
    {
        var all = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var firstId = InvocationId.Next().Number + 1;
        var collector = Sys.ActorOf(Actor.Of(() => new Collector(firstId, all)));
        for (var i = 0; i < Count; i++)
        {
            var id = InvocationId.Next();
            Invocations.Tell(new Invoke(id, $"show(s: add(a: 1, b: times(a: 2, b: {id.Number - firstId})))", Scopes.Session), collector);
        }

        Assert.Equal(Count, await all.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        Watch(collector);
        ExpectTerminated(collector);
    }

    private static long Heap()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>A script that answers nothing before all are waiting for it: first all products, then all sums, then all it is to show.</summary>
    private sealed class ScriptInWaves : ReceiveActor
    {
        private readonly List<(ConnectionsProtocol.CallScript Call, IActorRef Function)> _wave = [];

        public ScriptInWaves() => Receive<ConnectionsProtocol.CallScript>(call =>
        {
            _wave.Add((call, Sender));
            if (_wave.Count < Count) return;

            foreach (var (held, function) in _wave) function.Tell(new FunctionsProtocol.Answered(held.Call, Value.Parse($"{Result(held)}")));
            _wave.Clear();
            _wave.TrimExcess();
        });

        private static long Result(ConnectionsProtocol.CallScript call)
        {
            var values = call.Arguments.Select(argument => long.Parse(argument.Value.ToString(), System.Globalization.CultureInfo.InvariantCulture)).ToList();
            return call.Name switch { "times" => values[0] * values[1], "add" => values[0] + values[1], _ => values[0] };
        }
    }

    /// <summary>Counts the right answers until there are as many answers as questions.</summary>
    private sealed class Collector : ReceiveActor
    {
        public Collector(long firstId, TaskCompletionSource<int> all)
        {
            var (answers, right) = (0, 0);
            Receive<InvocationsProtocol.Outcome>(outcome =>
            {
                if (outcome is Succeeded done && done.Value == Value.Of(1 + (2 * (done.Id.Number - firstId)))) right++;
                if (++answers < Count) return;

                all.SetResult(right);
                Context.Stop(Self);
            });
        }
    }
}
