using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Workspace;

namespace ActorTerm.Runtime.Tests.Workspace;

public sealed class ClosingsTests
{
    private readonly Closings _closings = new();
    private readonly List<string> _done = [];
    private readonly SessionId _a = SessionId.New();
    private readonly SessionId _b = SessionId.New();

    [Fact]
    public void A_request_for_no_session_is_done_at_once()
    {
        _closings.Add([], () => _done.Add("none"));

        Assert.Equal(["none"], _done);
    }

    [Fact]
    public void A_request_is_done_once_when_the_last_of_its_sessions_is_gone()
    {
        _closings.Add([_a, _b], () => _done.Add("both"));

        _closings.Gone(_b);
        Assert.Empty(_done);

        _closings.Gone(_a);
        _closings.Gone(_a);
        Assert.Equal(["both"], _done);
    }

    [Fact]
    public void Requests_for_the_same_session_are_done_in_the_order_they_came()
    {
        _closings.Add([_a, _b], () => _done.Add("both"));
        _closings.Add([_b], () => _done.Add("one"));
        _closings.Add([_b], () => _done.Add("one more"));

        _closings.Gone(_b);
        _closings.Gone(_a);

        Assert.Equal(["one", "one more", "both"], _done);
    }
}
