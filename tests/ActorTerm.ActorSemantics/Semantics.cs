using Xunit.Abstractions;

namespace ActorTerm.ActorSemantics;

/// <summary>What the tests of actor semantics share. They run on virtual time, on both engines, from the same source.</summary>
public abstract class Semantics(string config = "", ITestOutputHelper? output = null) : VirtualTimeKit(Quiet + config, output)
{
    private const string Quiet =
        """
        akka.loglevel = OFF
        akka.stdout-loglevel = OFF
        akka.loggers = []

        """;

    /// <summary>Real time; a passing test never waits it out.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    protected IActorRef Spawn(Action<Puppet> script, string? name = null, Func<SupervisorStrategy>? supervision = null) =>
        Sys.ActorOf(Of(script, supervision), name);

    protected IActorRef SpawnTimed(Action<TimedPuppet> script) => Sys.ActorOf(An.Actor(() => new TimedPuppet(script)));

    protected IActorRef SpawnStashing(Action<StashingPuppet> script) => Sys.ActorOf(An.Actor(() => new StashingPuppet(script)));

    internal static Props Of(Action<Puppet> script, Func<SupervisorStrategy>? supervision = null) =>
        An.Actor(() => new Puppet(script, supervision));

    /// <summary>The stop is in the actor's mailbox when this returns; a stop by the system goes through /user first.</summary>
    protected void Stop(IActorRef actor)
    {
        var stopper = Spawn(me => me.On<IActorRef>(other => me.Own.Stop(other)));
        stopper.Tell(actor);
        Settle(stopper);
    }

    /// <summary>An actor that has ended.</summary>
    protected IActorRef Dead()
    {
        var actor = Spawn(me => { });
        Watch(actor);
        Sys.Stop(actor);
        ExpectTerminated(actor);
        return actor;
    }

    /// <summary>A probe that gets all dead letters of this kind from now on.</summary>
    protected TestProbe Subscribed<TChannel>()
    {
        var probe = CreateTestProbe();
        Sys.EventStream.Subscribe(probe.Ref, typeof(TChannel));
        return probe;
    }
}

/// <summary>Holds an actor in a handler until the test lets it go.</summary>
internal sealed class Gate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ManualResetEventSlim _reached = new();
    private readonly ManualResetEventSlim _open = new();

    /// <summary>Called by the actor.</summary>
    public void Pass()
    {
        _reached.Set();
        if (!_open.Wait(Patience)) throw new TimeoutException("nobody opened the gate");
    }

    /// <summary>Returns when the actor stands at the gate.</summary>
    public void AwaitArrival()
    {
        if (!_reached.Wait(Patience)) throw new TimeoutException("nobody came to the gate");
    }

    public void Open() => _open.Set();

    public void Dispose()
    {
        _open.Set();
        _reached.Dispose();
    }
}
