using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Workspace;
using ActorTerm.Runtime.Workspace;
using ActorTerm.Terminal;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Sessions;

/// <summary>What a session does at each of its bounds; that of its write queue stands in SessionActorTests.</summary>
public sealed class SessionLimitTests : WorkspaceKit
{
    protected override SessionSettings Settings => new()
    {
        MaxViewers = 2,
        MaxWaiters = 2,
        MaxPrompts = 2,
        Terminal = new TerminalOptions { ScrollbackLines = 50, ScrollbackBytes = 64 * 1024, OscLimit = 256 },
    };

    [Fact]
    public void One_viewer_more_than_may_be_attached_is_refused_with_the_reason()
    {
        var (made, _) = Open();
        var first = Attach(made.Session);
        Assert.IsType<Attached>(first);
        Assert.IsType<Attached>(Attach(made.Session));

        var refused = Assert.IsType<Rejected>(Attach(made.Session));

        Assert.Equal((Rejection.TooMany, "2 viewers are attached, as many as actorterm.sessions.max-viewers allows"), (refused.Why, refused.Text));
        ((Attached)first).Viewer.Tell(ViewerGone.Instance, ActorRefs.NoSender);
        AwaitCondition(() => AskSession<SessionInfo>(made.Session, new GetInfo()).Viewers == 1);
        Assert.IsType<Attached>(Attach(made.Session));
    }

    [Fact]
    public void One_wait_more_than_a_session_takes_is_refused_and_those_before_go_on()
    {
        var (made, pty) = Open();
        var waiting = CreateTestProbe();
        for (var i = 0; i < 2; i++) Tree.Tell(new WorkspaceProtocol.ToSession(SessionTarget.Of(made.Session), new WaitFor("done", false, null, null)), waiting.Ref);

        var refused = AskSession<Rejected>(made.Session, new WaitFor("done", false, null, null));

        Assert.Equal(Rejection.TooMany, refused.Why);
        Assert.Contains("actorterm.sessions.max-waiters", refused.Text, StringComparison.Ordinal);
        pty.Print("done\r\n");
        waiting.ExpectMsg<TextMatched>();
        waiting.ExpectMsg<TextMatched>();
    }

    [Fact]
    public void The_oldest_prompt_is_forgotten_first()
    {
        var (made, pty) = Open();
        for (var i = 1; i <= 3; i++) pty.Print($"\e]133;A\a$ \e]133;B\acommand {i}\r\n\e]133;C\a\e]133;D;0\a");

        var ids = AskSession<PromptIds>(made.Session, new ListPrompts(null, null)).Ids;

        Assert.Equal(["command 2", "command 3"], ids.Select(id => AskSession<PromptInfo>(made.Session, new GetPrompt(id)).CommandText));
    }

    [Fact]
    public void A_title_beyond_the_longest_command_is_cut_and_takes_effect()
    {
        var (made, pty) = Open();

        pty.Print($"\e]2;{new string('x', 1_000)}\aafter");

        Assert.InRange(AskSession<SessionInfo>(made.Session, new GetInfo()).Title.Count(letter => letter == 'x'), 1, 256);
        Assert.Equal("after", AskSession<BufferContents>(made.Session, new ReadBuffer(new VisibleScreen(), false)).Lines[0].Text);
    }

    [Fact]
    public void The_oldest_lines_of_the_history_are_dropped_and_counted()
    {
        var (made, pty) = Open();

        for (var i = 0; i < 200; i++) pty.Print($"line {i}\r\n");

        var lines = AskSession<LineCounts>(made.Session, new CountLines());
        Assert.Equal((50, 201L), (lines.History, lines.Overflow + lines.History + lines.Grid));
    }

    [Fact]
    public void Long_lines_full_of_colours_are_bounded_in_bytes()
    {
        var (made, pty) = Open(new SessionStart(Argv: ["cat"], Columns: 2_000, Rows: 2));
        var line = string.Concat(Enumerable.Range(0, 1_000).Select(i => $"\e[38;2;{i % 256};{i / 256};7mx"));

        for (var i = 0; i < 40; i++) pty.Print(line + "\r\n");

        var lines = AskSession<LineCounts>(made.Session, new CountLines());
        Assert.InRange(lines.History, 1, 30);
        Assert.Equal(41, lines.Overflow + lines.History + lines.Grid);
    }

    private object Attach(SessionId session) =>
        AskSession<object>(session, new Attach(new FakeViewer(), 80, 24, TakesSize: false, ReadOnly: false));
}
