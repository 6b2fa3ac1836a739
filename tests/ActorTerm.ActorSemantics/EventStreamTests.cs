namespace ActorTerm.ActorSemantics;

public sealed class EventStreamTests : Semantics
{
    private abstract record Event;

    private sealed record Rain(int Number) : Event, IWeather;

    private sealed record Quake : Event;

    private interface IWeather;

    [Fact]
    public void A_subscriber_gets_what_is_assignable_to_its_type()
    {
        var all = Subscribed<Event>();
        var weather = Subscribed<IWeather>();
        var rain = Subscribed<Rain>();

        Sys.EventStream.Publish(new Quake());
        Sys.EventStream.Publish(new Rain(1));

        all.ExpectMsg<Quake>();
        all.ExpectMsg<Rain>();
        weather.ExpectMsg<Rain>();
        rain.ExpectMsg<Rain>();
    }

    [Fact]
    public void Subscribing_twice_to_the_same_says_no()
    {
        Assert.True(Sys.EventStream.Subscribe<Rain>(TestActor));
        Assert.False(Sys.EventStream.Subscribe(TestActor, typeof(Rain)));

        Sys.EventStream.Publish(new Rain(1));
        Sys.EventStream.Publish(new Rain(2));

        ExpectMsg(new Rain(1));
        ExpectMsg(new Rain(2));
    }

    [Fact]
    public void A_subscriber_of_two_types_gets_an_event_of_both_once()
    {
        Sys.EventStream.Subscribe<Event>(TestActor);
        Sys.EventStream.Subscribe<Rain>(TestActor);

        Sys.EventStream.Publish(new Rain(1));
        Sys.EventStream.Publish(new Quake());

        ExpectMsg(new Rain(1));
        ExpectMsg<Quake>();
    }

    [Fact]
    public void Unsubscribing_ends_it()
    {
        Sys.EventStream.Subscribe<Event>(TestActor);
        Sys.EventStream.Subscribe<string>(TestActor);

        Assert.True(Sys.EventStream.Unsubscribe<Event>(TestActor));
        Sys.EventStream.Publish(new Rain(1));
        Sys.EventStream.Publish("text");
        ExpectMsg("text");

        Assert.True(Sys.EventStream.Unsubscribe(TestActor));
        Assert.False(Sys.EventStream.Unsubscribe(TestActor));
        Sys.EventStream.Publish("text");
        TestActor.Tell("end");
        ExpectMsg("end");
    }

    [Fact]
    public void The_events_of_one_publisher_come_in_order()
    {
        Sys.EventStream.Subscribe<Rain>(TestActor);

        for (var i = 0; i < 100; i++) Sys.EventStream.Publish(new Rain(i));

        Assert.Equal(Enumerable.Range(0, 100), ReceiveN(100).Cast<Rain>().Select(rain => rain.Number));
    }

    [Fact]
    public void A_subscriber_that_has_ended_is_unsubscribed()
    {
        var letters = Subscribed<DeadLetter>();
        var subscriber = Spawn(_ => { });
        Sys.EventStream.Subscribe<Rain>(subscriber);
        Watch(subscriber);
        Sys.Stop(subscriber);
        ExpectTerminated(subscriber);
        var dead = Dead();

        AwaitAssert(() =>
        {
            Sys.EventStream.Publish(new Rain(1));
            dead.Tell("mark");
            var toTheSubscriber = 0;
            while (letters.ExpectMsg<DeadLetter>().Message is Rain) toTheSubscriber++;
            Assert.Equal(0, toTheSubscriber);
        });
    }
}
