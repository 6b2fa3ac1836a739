using System.Collections.Concurrent;
using ActorTerm.Actors.Configuration;

namespace ActorTerm.Actors.TestKit;

/// <summary>
/// A system of actors, a test actor in it, and means to wait for what that one is told. What the test tells without naming a sender comes
/// from the test actor. Waiting is real time; unless told otherwise it gives up after <c>akka.test.single-expect-default</c>, 3 s.
/// </summary>
public abstract partial class TestKitBase
{
    private static int s_testActors;

    private readonly BlockingCollection<MessageEnvelope> _received = [];
    private readonly TimeSpan _patience;
    private readonly LocalActorSystem _system;
    private MessageEnvelope? _last;

    private protected TestKitBase(string config)
    {
        var parsed = ConfigurationFactory.ParseString(config);
        _patience = KitSettings.SingleExpectDefault(parsed);
        _system = (LocalActorSystem)ActorSystem.Create("test", parsed);
        TestActor = CreateTestActor(null);
        new TestThreadContext((ActorCell)TestActor).Enter();
    }

    private protected TestKitBase(TestKitBase kit, string? name)
    {
        _patience = kit._patience;
        _system = kit._system;
        TestActor = CreateTestActor(name);
    }

    public ActorSystem Sys => _system;

    public IActorRef TestActor { get; }

    /// <summary>Who told the message that the test received last.</summary>
    public IActorRef LastSender => _last?.Sender ?? ActorRefs.Nobody;

    /// <summary>Another test actor in the same system.</summary>
    public virtual TestProbe CreateTestProbe(string? name = null) => new(this, name);

    /// <summary>The test actor watches it from the moment this returns.</summary>
    public IActorRef Watch(IActorRef actorToWatch)
    {
        TestActor.Ask(new TestActor.WatchFor(actorToWatch), _patience).GetAwaiter().GetResult();
        return actorToWatch;
    }

    /// <summary>The test actor does not watch it any more when this returns.</summary>
    public IActorRef Unwatch(IActorRef actorToUnwatch)
    {
        TestActor.Ask(new TestActor.UnwatchFor(actorToUnwatch), _patience).GetAwaiter().GetResult();
        return actorToUnwatch;
    }

    private IActorRef CreateTestActor(string? name) =>
        _system.SystemActorOf(Actors.TestKit.TestActor.Of(_received), name ?? "testActor" + Interlocked.Increment(ref s_testActors));
}
