using ActorTerm.Api.Connection;
using ActorTerm.Api.Translation;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Api.Tests.Connection;

public class OutboundQueueTests
{
    private static readonly WorkspaceProtocol.SessionAdded Event = new(SessionId.New());

    [Fact]
    public void At_the_bound_an_event_is_refused_and_a_screen_update_dropped()
    {
        var queue = new OutboundQueue(maxBytes: 100, maxRequests: 1);
        while (queue.TrySend(Event)) { }

        Assert.True(queue.TrySend(new SessionsProtocol.ScreenChanged(SessionId.New())));
        Assert.False(queue.TrySend(Event));
    }

    [Fact]
    public void A_screen_update_that_waits_stands_for_all_that_follow()
    {
        var queue = new OutboundQueue(maxBytes: 200, maxRequests: 1);
        var session = SessionId.New();
        for (var i = 0; i < 100; i++) queue.TrySend(new SessionsProtocol.ScreenChanged(session));

        Assert.True(queue.TrySend(Event));       // a hundred would have filled it
    }

    [Fact]
    public void A_request_waits_for_an_answer_when_as_many_are_unanswered_as_may_be()
    {
        var queue = new OutboundQueue(maxBytes: 100, maxRequests: 1);
        Assert.True(queue.AdmitRequest(CancellationToken.None).IsCompletedSuccessfully);

        var second = queue.AdmitRequest(CancellationToken.None);
        Assert.False(second.IsCompleted);
        queue.TrySend(Event);
        Assert.False(second.IsCompleted);                 // an event is no answer
        queue.TrySend(Answers.Error(1, "no"));

        Assert.True(second.IsCompletedSuccessfully);
    }

    [Fact]
    public void Only_the_first_reason_to_close_counts()
    {
        var queue = new OutboundQueue(maxBytes: 100, maxRequests: 1);

        queue.Close("one");
        queue.Close("two");

        Assert.Equal("one", queue.Reason);
        Assert.True(queue.Closed.IsCancellationRequested);
    }
}
