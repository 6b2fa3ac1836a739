namespace ActorTerm.ActorSemantics;

public sealed class NamingTests : Semantics
{
    [Fact]
    public void A_stopping_child_holds_its_name_until_its_parent_has_handled_its_end()
    {
        using var gate = new Gate();
        var parent = Spawn(me =>
        {
            me.On("make", () => me.Own.Watch(me.Own.ActorOf(Of(kid => kid.Stopping = gate.Pass), "kid")));
            me.On("stop", () =>
            {
                me.Own.Stop(me.Own.Child("kid"));
                TestActor.Tell(me.Own.Child("kid").IsNobody());
                TestActor.Tell(Record.Exception(() => me.Own.ActorOf(Of(_ => { }), "kid"))!);
            });
            me.On<Terminated>(_ =>
            {
                TestActor.Tell(me.Own.Child("kid").IsNobody());
                TestActor.Tell(me.Own.ActorOf(Of(_ => { }), "kid").Path.Name);
            });
        });

        parent.Tell("make");
        parent.Tell("stop");

        ExpectMsg(false);
        ExpectMsg<InvalidActorNameException>();
        gate.Open();
        ExpectMsg(true);
        ExpectMsg("kid");
    }

    [Fact]
    public void A_name_is_not_free_right_after_the_system_was_told_to_stop_its_actor()
    {
        using var gate = new Gate();
        var actor = Spawn(me => me.Stopping = gate.Pass, "taken");

        Sys.Stop(actor);

        Assert.Throws<InvalidActorNameException>(() => Spawn(_ => { }, "taken"));
    }

    [Fact]
    public void Two_children_cannot_have_one_name()
    {
        Spawn(_ => { }, "taken");

        Assert.Throws<InvalidActorNameException>(() => Spawn(_ => { }, "taken"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("$a")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("#1")]
    [InlineData("ä")]
    [InlineData("%")]
    [InlineData("a%4")]
    public void A_malformed_name_is_refused(string name)
    {
        Assert.Throws<InvalidActorNameException>(() => Spawn(_ => { }, name));
        Assert.False(ActorPath.IsValidPathElement(name));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("session-0123ABCD")]
    [InlineData("a$b")]
    [InlineData("\"-_.*$+:@&=,!~';()")]
    [InlineData("a%20b")]
    public void A_wellformed_name_is_taken(string name)
    {
        Assert.True(ActorPath.IsValidPathElement(name));

        Assert.Equal(name, Spawn(_ => { }, name).Path.Name);
    }

    [Fact]
    public void Actors_without_a_name_get_names_of_their_own()
    {
        var names = Enumerable.Range(0, 200).Select(_ => Spawn(me => { }).Path.Name).ToList();

        Assert.Equal(200, names.Distinct().Count());
        Assert.All(names, name => Assert.StartsWith("$", name, StringComparison.Ordinal));
    }

    [Fact]
    public void An_actor_without_a_name_is_found_by_the_one_it_got()
    {
        var parent = Spawn(me =>
        {
            var kid = me.Own.ActorOf(Of(_ => { }));
            me.On<string>(_ => TestActor.Tell(me.Own.Child(kid.Path.Name).Equals(kid)));
        });

        parent.Tell("x");

        ExpectMsg(true);
    }

    [Fact]
    public void A_child_that_is_not_there_is_nobody()
    {
        var parent = Spawn(me => me.On<string>(name => TestActor.Tell(me.Own.Child(name).IsNobody())));

        parent.Tell("unknown");

        ExpectMsg(true);
    }

    [Fact]
    public void An_actor_that_is_stopping_makes_no_children()
    {
        var actor = Spawn(me =>
        {
            me.Own.ActorOf(Of(_ => { }));
            me.Stopping = () => TestActor.Tell(Record.Exception(() => me.Own.ActorOf(Of(_ => { })))!);
        });

        Sys.Stop(actor);

        ExpectMsg<InvalidOperationException>();
    }

    [Fact]
    public void Paths_say_where_an_actor_stands()
    {
        var actor = Spawn(me => me.On<string>(_ => me.Asker.Tell(me.Own.ActorOf(Of(_ => { }), "kid"))), "top");

        actor.Tell("x");
        var kid = ExpectMsg<IActorRef>();

        Assert.Equal("akka://test/user/top/kid", kid.Path.ToString());
        Assert.Equal("/user/top/kid", kid.Path.ToStringWithoutAddress());
        Assert.Equal($"akka://test/user/top/kid#{kid.Path.Uid}", kid.Path.ToStringWithUid());
        Assert.Equal(["user", "top", "kid"], kid.Path.Elements);
        Assert.Equal(actor.Path, kid.Path.Parent);
        Assert.Equal("test", kid.Path.Address.System);
        Assert.Equal("akka", kid.Path.Address.Protocol);
        Assert.Equal("akka://test", kid.Path.Address.ToString());
    }

    [Fact]
    public void A_new_actor_under_an_old_name_is_somebody_else()
    {
        var parent = Spawn(me =>
        {
            me.Own.Watch(me.Own.ActorOf(Of(_ => { }), "kid"));
            me.On("stop", () => me.Own.Stop(me.Own.Child("kid")));
            me.On<Terminated>(end => TestActor.Tell((end.ActorRef, me.Own.ActorOf(Of(_ => { }), "kid"))));
        });

        parent.Tell("stop");

        var (old, young) = ExpectMsg<(IActorRef, IActorRef)>();
        Assert.Equal(old.Path, young.Path);
        Assert.NotEqual(old.Path.Uid, young.Path.Uid);
        Assert.NotEqual(old, young);
        Assert.False(old.Equals(young));
    }

    [Fact]
    public void References_have_an_order()
    {
        var a = Spawn(_ => { }, "a");
        var b = Spawn(_ => { }, "b");

        Assert.Equal([a, b], new[] { b, a }.Order());
        Assert.Equal(0, a.CompareTo(a));
        Assert.True(a.CompareTo(b) < 0);
    }
}
