using ActorTerm.Benchmarks.Harness;

namespace ActorTerm.Benchmarks.Kernel;

/// <summary>The actor kernel against an actor made of a Channel and a loop.</summary>
internal sealed class KernelSuite : ISuite
{
    public string Name => "kernel";

    public string About =>
        "Our actors (named, supervised, with handlers by type) against objects made of an unbounded `Channel<object>` with a single reader "
        + "and an `await foreach` loop.";

    public IEnumerable<Row> Rows()
    {
        using var system = ActorSystem.Create("bench", Configuration);
        yield return Telling.OneToOne(system);
        yield return Telling.PingPong(system, pairs: 1);
        yield return Telling.PingPong(system, pairs: 64);
        yield return Asking.Row(system, inFlight: 1, timeout: null, Goal.RatioAtLeast(2));
        yield return Asking.Row(system, inFlight: 100, timeout: null, Goal.RatioAtLeast(2));
        yield return Asking.Row(system, inFlight: 1, TimeSpan.FromSeconds(5), Goal.None);
        yield return Asking.Row(system, inFlight: 100, TimeSpan.FromSeconds(5), Goal.None);
        yield return Creating.Rate(system);
        yield return Creating.IdleBytes(system, named: false);
        yield return Creating.IdleBytes(system, named: true);
    }

    private static Config Configuration => ConfigurationFactory.ParseString("akka { loglevel = OFF, loggers = [], log-dead-letters = off }");
}
