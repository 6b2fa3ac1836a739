namespace ActorTerm.ActorSemantics;

public sealed class TerminationTests : Semantics
{
    [Fact]
    public async Task Children_end_before_their_parents_and_then_the_system_has_ended()
    {
        var ends = new List<string>();
        using var system = ActorSystem.Create("other", ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF, loggers = [] }"));
        system.ActorOf(Of(me =>
        {
            me.Own.ActorOf(Of(kid =>
            {
                kid.Own.ActorOf(Of(grandkid => grandkid.Stopping = () => Note(ends, "grandchild")));
                kid.Stopping = () => Note(ends, "child");
            }));
            me.Stopping = () => Note(ends, "parent");
        }));

        await system.Terminate();

        Assert.Equal(["grandchild", "child", "parent"], ends);
        Assert.True(system.WhenTerminated.IsCompleted);
    }

    [Fact]
    public async Task A_system_that_has_ended_makes_no_actors()
    {
        var system = ActorSystem.Create("other", ConfigurationFactory.ParseString("akka { loglevel = OFF, stdout-loglevel = OFF, loggers = [] }"));

        await system.Terminate();

        Assert.Throws<InvalidOperationException>(() => system.ActorOf(Of(_ => { })));
        await system.Terminate();
        system.Dispose();
    }

    [Fact]
    public void A_system_has_a_name()
    {
        using var system = ActorSystem.Create("some-system");

        Assert.Equal("some-system", system.Name);
        Assert.Equal("akka://some-system/deadLetters", system.DeadLetters.Path.ToString());
        Assert.Throws<ArgumentException>(() => ActorSystem.Create("with blank"));
    }

    [Fact]
    public async Task A_graceful_stop_waits_for_the_end()
    {
        var actor = Spawn(me =>
        {
            me.On<string>(m => TestActor.Tell(m));
            me.Stopping = () => TestActor.Tell("stopped");
        });
        actor.Tell("before");

        Assert.True(await actor.GracefulStop(Patience));

        ExpectMsg("before");
        ExpectMsg("stopped");
    }

    [Fact]
    public async Task A_graceful_stop_can_use_a_message_of_the_actors_own()
    {
        var actor = Spawn(me => me.On("please end", () => me.Own.Stop(me.Me)));

        Assert.True(await actor.GracefulStop(Patience, "please end"));
    }

    [Fact]
    public async Task A_graceful_stop_that_takes_too_long_says_no()
    {
        using var gate = new Gate();
        var actor = Spawn(me => me.Stopping = gate.Pass);

        Assert.False(await actor.GracefulStop(TimeSpan.FromMilliseconds(50)));
    }

    [Fact]
    public async Task The_dead_stop_gracefully_at_once() => Assert.True(await Dead().GracefulStop(Patience));

    [Fact]
    public void Stopping_the_dead_is_of_no_effect()
    {
        var dead = Dead();

        Sys.Stop(dead);

        Spawn(me => me.Starting = () => TestActor.Tell("the system goes on"));
        ExpectMsg("the system goes on");
    }

    [Fact]
    public void Any_actor_can_stop_any_other()
    {
        var subject = Spawn(_ => { });
        Watch(subject);
        var actor = Spawn(me => me.On<IActorRef>(other => me.Own.Stop(other)));

        actor.Tell(subject);

        ExpectTerminated(subject);
    }

    [Fact]
    public void A_PostStop_that_throws_does_not_hold_up_the_end()
    {
        var actor = Spawn(me => me.Stopping = () => throw new InvalidOperationException());
        Watch(actor);

        Sys.Stop(actor);

        ExpectTerminated(actor);
    }

    private static void Note(List<string> ends, string end)
    {
        lock (ends) ends.Add(end);
    }
}
