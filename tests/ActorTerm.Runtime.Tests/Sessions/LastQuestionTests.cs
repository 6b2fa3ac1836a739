using System.Collections;
using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Asking;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Tests.Workspace;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Sessions;

/// <summary>Questions that meet a session in its last moment are answered at once, and never by the asker's patience.</summary>
public sealed class LastQuestionTests : WorkspaceKit
{
    [Theory]
    [InlineData(7L)]
    [InlineData(null)]
    public void A_question_passed_on_behind_the_close_says_that_there_is_no_such_session(long? tag)
    {
        var (made, pty) = Open();
        pty.Exit(PtyExit.Code(0));
        AwaitCondition(() => AskSession<SessionInfo>(made.Session, new GetInfo()).State == SessionState.Ended);
        using var busy = new Latch();

        Tree.Tell(new ListProfiles(busy));           // what follows is in the workspace's mailbox before the session can have ended
        Tree.Tell(new CloseSession(SessionTarget.Of(made.Session)), CreateTestProbe("closer").Ref);
        var question = new ToSession(SessionTarget.Of(made.Session), new GetInfo());
        Tree.Tell(tag is null ? question : new AskingProtocol.Asked(tag, question), Script.Ref);
        busy.Open();

        var answer = Script.ExpectMsg<object>();
        if (answer is AskingProtocol.Answered answered) Assert.Equal(tag, answered.Tag);
        Assert.Equal(new NotFound($"there is no session {made.Session}"), tag is null ? answer : ((AskingProtocol.Answered)answer).Answer);
    }

    [Fact]
    public void Who_waits_for_a_restart_hears_of_the_close()
    {
        var (made, pty) = Open();
        Tree.Tell(new ToSession(SessionTarget.Of(made.Session), new Restart(false)), Script.Ref);
        Tree.Tell(new CloseSession(SessionTarget.Of(made.Session)), CreateTestProbe("closer").Ref);
        AskSession<SessionInfo>(made.Session, new GetInfo());

        pty.Exit(PtyExit.BySignal(PtySignal.Hangup));

        Assert.Equal(new Rejected(Rejection.NotRestartable, "the session was closed"), Script.ExpectMsg<Rejected>());
    }

    [Fact]
    public void Who_pressed_a_key_hears_that_the_session_was_closed_before_its_function_returned()
    {
        Keys.Global = KeysProtocol.KeyMap.OrEmpty(Value.Parse("""{"0x68-0x40000": {"Action": 60, "Text": "f()"}}"""));
        var (made, pty) = Open();
        Tree.Tell(new ToSession(SessionTarget.Of(made.Session), new StrikeKeys(["C-h", "x"])), Script.Ref);
        Invocations.ExpectMsg<InvocationsProtocol.Invoke>();

        Tree.Tell(new CloseSession(SessionTarget.Of(made.Session)), CreateTestProbe("closer").Ref);
        pty.Exit(PtyExit.BySignal(PtySignal.Hangup));

        Assert.Equal([("C-h", "the session was closed"), ("x", null)], Script.ExpectMsg<KeysTaken>().Keys.Select(key => (key.Name, key.Error)));
    }

    /// <summary>A list that holds up whoever looks into it until it is opened, and then is empty.</summary>
    private sealed class Latch : IReadOnlyList<string>, IDisposable
    {
        private readonly ManualResetEventSlim _open = new();

        public int Count => 0;

        public string this[int index] => throw new ArgumentOutOfRangeException(nameof(index));

        public void Open() => _open.Set();

        public IEnumerator<string> GetEnumerator()
        {
            _open.Wait();
            return Enumerable.Empty<string>().GetEnumerator();
        }

        public void Dispose() => _open.Dispose();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
