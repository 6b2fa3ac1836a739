using ActorTerm.Surface;

namespace ActorTerm.Actors.Tests.Surface;

/// <summary>Keeps the kernel a subset of Akka.NET without having it: docs/adr/0001.</summary>
public class SubsetTests
{
    [Fact]
    public void The_kernel_and_its_test_kit_offer_what_the_list_says_and_nothing_else()
    {
        var offered = EngineSurface.Lines(typeof(ActorBase).Assembly).Concat(EngineSurface.Lines(typeof(TestKit.TestScheduler).Assembly));

        Assert.Equal(SubsetList.Read().Order(StringComparer.Ordinal), offered.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Akka.Actor.Nothing: type class")]
    [InlineData("Akka.Actor.PoisonPill: type class : Akka.Actor.ActorBase")]
    [InlineData("Akka.Actor.PoisonPill: type interface")]
    [InlineData("Akka.Actor.IActorContext: public Void Stop(Akka.Actor.IActorRef actor)")]
    [InlineData("Akka.Actor.IActorContext: public Void Stop(Akka.Actor.IActorRef child, Int32 more)")]
    [InlineData("Akka.Event.Logging: public static Akka.Event.ILoggingAdapter GetLogger(this Akka.Actor.IActorContext context)")]
    [InlineData("Akka.Actor.ActorBase: public Void PreStart() [overridable]")]
    [InlineData("Akka.Actor.ActorBase: protected Void UnbecomeStacked() [overridable]")]
    public void A_signature_that_the_engine_has_otherwise_is_found(string line) =>
        Assert.Equal([line], EngineSurface.Missing([line], [typeof(ActorBase).Assembly]));

    [Theory]
    [InlineData("Akka.Actor.ReceiveActor: protected Void PreStart() [overridable]")]
    [InlineData("Akka.Actor.IScheduler: public DateTimeOffset get_Now()")]
    [InlineData("Akka.Actor.OneForOneStrategy: type derivable class : Akka.Actor.SupervisorStrategy")]
    public void An_inherited_signature_counts(string line) => Assert.Empty(EngineSurface.Missing([line], [typeof(ActorBase).Assembly]));
}
