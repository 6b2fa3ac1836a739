namespace ActorTerm.ActorSemantics;

public sealed class DeadLetterTests : Semantics
{
    [Fact]
    public void What_the_dead_are_told_is_a_dead_letter()
    {
        var letters = Subscribed<DeadLetter>();
        var dead = Dead();

        dead.Tell("x");

        var letter = letters.ExpectMsg<DeadLetter>();
        Assert.Equal("x", letter.Message);
        Assert.Equal(dead, letter.Recipient);
        Assert.Equal(TestActor, letter.Sender);
    }

    [Fact]
    public void A_dead_letter_without_a_sender_comes_from_dead_letters()
    {
        var letters = Subscribed<DeadLetter>();

        Dead().Tell("x", ActorRefs.NoSender);

        Assert.Equal(Sys.DeadLetters, letters.ExpectMsg<DeadLetter>().Sender);
    }

    [Fact]
    public void What_dead_letters_is_told_is_a_dead_letter()
    {
        var letters = Subscribed<DeadLetter>();

        Sys.DeadLetters.Tell("x");

        Assert.Equal("x", letters.ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void A_poison_pill_to_the_dead_is_a_suppressed_one()
    {
        var letters = Subscribed<AllDeadLetters>();
        var dead = Dead();

        dead.Tell(PoisonPill.Instance);
        dead.Tell("x");

        Assert.IsType<PoisonPill>(letters.ExpectMsg<SuppressedDeadLetter>().Message);
        Assert.Equal("x", letters.ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void What_an_actor_has_no_handler_for_is_unhandled_and_no_dead_letter()
    {
        var letters = Subscribed<AllDeadLetters>();
        var actor = Spawn(me => me.On<int>(_ => { }));

        actor.Tell("x");

        var letter = letters.ExpectMsg<UnhandledMessage>();
        Assert.Equal("x", letter.Message);
        Assert.Equal(TestActor, letter.Sender);
        Assert.Equal(actor, letter.Recipient);
    }

    [Fact]
    public void Whoever_drops_a_message_says_why()
    {
        var letters = Subscribed<AllDeadLetters>();

        Sys.EventStream.Publish(new Dropped("x", "too many", TestActor, Sys.DeadLetters));

        var dropped = letters.ExpectMsg<Dropped>();
        Assert.Equal("too many", dropped.Reason);
        Assert.Equal("x", dropped.Message);
    }

    [Fact]
    public void Nobody_is_told_without_a_trace()
    {
        var letters = Subscribed<AllDeadLetters>();

        ActorRefs.Nobody.Tell("x");
        Dead().Tell("y");

        Assert.Equal("y", letters.ExpectMsg<DeadLetter>().Message);
        Assert.True(ActorRefs.Nobody.IsNobody());
        Assert.False(TestActor.IsNobody());
    }

    [Fact]
    public void A_dead_subscriber_of_dead_letters_makes_no_more_of_them()
    {
        var subscriber = Spawn(_ => { });
        Sys.EventStream.Subscribe<AllDeadLetters>(subscriber);
        Watch(subscriber);
        Sys.Stop(subscriber);
        ExpectTerminated(subscriber);
        var letters = Subscribed<DeadLetter>();

        subscriber.Tell("x");
        subscriber.Tell("y");

        Assert.Equal("x", letters.ExpectMsg<DeadLetter>().Message);
        Assert.Equal("y", letters.ExpectMsg<DeadLetter>().Message);
    }

    [Fact]
    public void A_dead_letter_told_to_dead_letters_is_published_as_it_is()
    {
        var letters = Subscribed<DeadLetter>();
        var letter = new DeadLetter("x", TestActor, Sys.DeadLetters);

        Sys.DeadLetters.Tell(letter);

        Assert.Same(letter, letters.ExpectMsg<DeadLetter>());
    }
}
