namespace ActorTerm.ActorSemantics;

public sealed class ContextTests : Semantics
{
    [Fact]
    public void The_context_knows_who_and_where_the_actor_is()
    {
        var actor = Spawn(
            me => me.On<string>(_ =>
            {
                TestActor.Tell(me.Own.Self);
                TestActor.Tell(me.Own.Sender);
                TestActor.Tell(me.Own.Parent.Path.ToString());
                TestActor.Tell(me.Own.System);
                TestActor.Tell(me.Own.Props.Type);
            }),
            "me");

        actor.Tell("x");

        ExpectMsg(actor);
        ExpectMsg<IActorRef>(sender => sender.Equals(TestActor));
        ExpectMsg("akka://test/user");
        ExpectMsg<ActorSystem>(system => ReferenceEquals(system, Sys));
        Assert.Same(typeof(Puppet), ExpectMsg<Type>());
    }

    [Fact]
    public void The_context_is_there_in_the_constructor_and_in_every_hook()
    {
        var actor = Spawn(
            me =>
            {
                var log = new List<string> { "constructor " + me.Me.Path.Name };
                me.Starting = () => log.Add("PreStart " + me.Me.Path.Name);
                me.Stopping = () =>
                {
                    log.Add("PostStop " + me.Me.Path.Name);
                    TestActor.Tell(string.Join(", ", log));
                };
            },
            "me");

        Sys.Stop(actor);

        ExpectMsg("constructor me, PreStart me, PostStop me");
    }

    [Fact]
    public void Children_are_listed()
    {
        var actor = Spawn(me =>
        {
            foreach (var name in new[] { "a", "b", "c" }) me.Own.ActorOf(Of(_ => { }), name);
            me.On<string>(_ => TestActor.Tell(string.Join(',', me.Own.GetChildren().Select(kid => kid.Path.Name).Order())));
        });

        actor.Tell("x");

        ExpectMsg("a,b,c");
    }

    [Fact]
    public void The_parent_is_the_one_that_made_it()
    {
        var actor = Spawn(me => me.On<string>(_ => me.Own.ActorOf(Of(kid => TestActor.Tell(kid.Own.Parent)))));

        actor.Tell("x");

        ExpectMsg(actor);
    }
}
