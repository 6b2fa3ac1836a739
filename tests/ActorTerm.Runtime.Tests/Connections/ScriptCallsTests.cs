using ActorTerm.Runtime.Connections;

namespace ActorTerm.Runtime.Tests.Connections;

public class ScriptCallsTests
{
    private readonly ScriptCalls _calls = new(maxLate: 10);

    [Fact]
    public void An_answer_goes_to_its_function_once()
    {
        _calls.Add(1, ActorRefs.Nobody);

        Assert.Same(ActorRefs.Nobody, _calls.Take(1));
        Assert.Null(_calls.Take(1));
    }

    [Fact]
    public void A_forgotten_call_still_finds_its_function_when_the_answer_is_late()
    {
        _calls.Add(1, ActorRefs.Nobody);

        _calls.Forget(1);

        Assert.Same(ActorRefs.Nobody, _calls.Take(1));
    }

    [Fact]
    public void Calls_that_are_never_answered_are_remembered_up_to_a_bound()
    {
        for (var call = 0; call < 30; call++)
        {
            _calls.Add(call, ActorRefs.Nobody);
            _calls.Forget(call);
        }

        Assert.Equal(10, _calls.Count);
        Assert.Null(_calls.Take(0));
        Assert.NotNull(_calls.Take(30 - 1));
    }

    [Fact]
    public void A_call_that_was_answered_or_never_sent_leaves_nothing_when_it_is_forgotten()
    {
        _calls.Add(1, ActorRefs.Nobody);
        _calls.Take(1);

        _calls.Forget(1);
        _calls.Forget(2);

        Assert.Equal(0, _calls.Count);
    }
}
