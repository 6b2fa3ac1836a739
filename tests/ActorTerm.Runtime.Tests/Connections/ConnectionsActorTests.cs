using ActorTerm.Runtime.Events;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Runtime.Tests.Connections;

public sealed class ConnectionsActorTests : ConnectionKit
{
    [Fact]
    public void One_script_more_than_may_be_connected_is_refused_until_another_goes()
    {
        Settings = new() { MaxConnections = 2 };
        var (first, _) = Open();
        Open();

        var refused = Assert.IsType<Refused>(TryOpen(new FakeLink()));
        Assert.Equal("2 scripts are connected, which is as many as actorterm.api.max-connections allows", refused.Reason);

        Watch(first);
        first.Tell(new Lost("gone"));
        ExpectTerminated(first);
        Settle(Connections);
        Open();
    }

    [Fact]
    public void Who_is_connected_can_be_listed_in_the_order_in_which_they_came()
    {
        Open();
        Open();

        Connections.Tell(new ListConnections(), TestActor);

        var list = ExpectMsg<ConnectionList>().Connections;
        Assert.Equal(2, list.Count);
        Assert.True(list[0].Id.Number < list[1].Id.Number);
        Assert.All(list, one => Assert.Equal("script", one.Name));
    }

    [Fact]
    public void Coming_and_going_stand_in_the_diary()
    {
        Sys.EventStream.Subscribe(TestActor, typeof(EventsProtocol.HostEvent));

        var (connection, _) = Open();
        var came = ExpectMsg<EventsProtocol.HostEvent>();
        connection.Tell(new Lost("gone"));
        var went = ExpectMsg<EventsProtocol.HostEvent>();

        Assert.Equal(("script.connected", "script.disconnected"), (came.Kind, went.Kind));
        Assert.Equal(came.Data, went.Data);
        Assert.Contains("\"script\":\"script\"", came.Data.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_fails_is_closed_with_a_reason_and_the_others_never_notice()
    {
        var (broken, link) = Open();
        var (whole, other) = Open();
        Watch(broken);

        broken.Tell(new PassOn((Part)99, "nowhere", reply => new Said(reply)));
        ExpectTerminated(broken);

        AwaitCondition(() => link.Closed is not null);
        Assert.Equal("the host ended this connection", link.Closed);
        whole.Tell(new Deliver(new Said("still here")));
        ExpectSaid(other, "still here");
    }
}
