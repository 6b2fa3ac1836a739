using ActorTerm.Runtime.Sessions;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Sessions;

public sealed class PromptLogTests
{
    private readonly PromptLog _log = new(max: 3);

    [Fact]
    public void A_command_is_followed_from_its_prompt_to_its_exit_status()
    {
        _log.PromptStarted(new(0, 0), "/home");
        _log.CommandTyped(new(2, 0));
        _log.CommandStarted(new(6, 0), "make");
        var done = _log.CommandEnded(new(0, 9), 2)!;

        Assert.Equal((PromptState.Finished, 2, "make", "/home"), (done.State, done.ExitStatus, done.CommandText, done.Directory));
        Assert.Equal(new Area(new(0, 0), new(2, 0)), done.Prompt);
        Assert.Equal(new Area(new(2, 0), new(6, 0)), done.Command);
        Assert.Equal(new Area(new(6, 0), new(0, 9)), done.Output);
    }

    [Fact]
    public void Marks_out_of_order_change_nothing()
    {
        Assert.Null(_log.CommandTyped(new(0, 0)));
        Assert.Null(_log.CommandEnded(new(0, 0), 0));
        _log.PromptStarted(new(0, 0), null);

        Assert.Null(_log.CommandStarted(new(0, 0), "x"));

        Assert.Equal(PromptState.Editing, _log.Last!.State);
    }

    [Fact]
    public void A_command_that_was_abandoned_is_finished_without_a_status()
    {
        _log.PromptStarted(new(0, 0), null);
        _log.CommandTyped(new(2, 0));

        var abandoned = _log.CommandEnded(new(0, 1), null)!;

        Assert.Equal((PromptState.Finished, (int?)null), (abandoned.State, abandoned.ExitStatus));
    }

    [Fact]
    public void The_oldest_is_forgotten_at_the_bound_and_ids_list_what_is_left()
    {
        for (var i = 0; i < 4; i++)
        {
            _log.PromptStarted(new(0, i), null);
            _log.CommandTyped(new(2, i));
            _log.CommandEnded(new(0, i + 1), null);
        }

        Assert.Equal(["prompt-2", "prompt-3", "prompt-4"], _log.Ids(null, null));
        Assert.Equal(["prompt-3"], _log.Ids("prompt-3", "prompt-3"));
        Assert.Null(_log.Find("prompt-1"));
    }
}
