using System.Text;
using ActorTerm.Pty;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Tests.Workspace;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Sessions;

public sealed class ViewerActorTests : WorkspaceKit
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(16);
    private readonly FakeViewer _link = new();

    [Fact]
    public void The_first_frame_comes_at_once_and_the_next_only_on_credit()
    {
        var (session, pty, viewer) = Attach();
        AwaitCondition(() => _link.Frames.Count == 1);

        pty.Print("news");
        AskSession<SessionInfo>(session, new GetInfo());
        Time.Advance(Frame);
        Settle(viewer);
        Assert.Single(_link.Frames);
        viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);

        AwaitCondition(() => _link.Frames.Any(frame => frame.Contains("news", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_viewer_that_stalled_gets_one_frame_of_what_is_now()
    {
        var (session, pty, viewer) = Attach();
        AwaitCondition(() => _link.Frames.Count == 1);

        for (var i = 0; i < 500; i++) pty.Print($"line {i}\r\n");
        AskSession<SessionInfo>(session, new GetInfo());
        Time.Advance(Frame);
        viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);

        AwaitCondition(() => _link.Frames.Count == 2);
        Assert.Contains("line 499", _link.Frames.Last());
        Assert.DoesNotContain("line 400\r", _link.Frames.Last());
    }

    [Fact]
    public void Keys_are_encoded_as_the_program_asked_for()
    {
        var (session, pty, viewer) = Attach();
        pty.Print("\e[?1h");
        AskSession<SessionInfo>(session, new GetInfo());

        viewer.Tell(new ViewerTyped("\e[A"u8.ToArray()), ActorRefs.NoSender);

        AwaitCondition(() => pty.Input == "\eOA");
    }

    [Fact]
    public void A_lone_escape_is_the_key_when_nothing_follows()
    {
        var (_, pty, viewer) = Attach();

        viewer.Tell(new ViewerTyped("\e"u8.ToArray()), ActorRefs.NoSender);
        Settle(viewer);
        Assert.Equal("", pty.Input);
        Time.Advance(TimeSpan.FromMilliseconds(50));

        AwaitCondition(() => pty.Input == "\e");
    }

    [Fact]
    public void The_session_takes_the_viewers_size_unless_it_only_looks()
    {
        var (session, pty, _) = Attach(takesSize: true);

        AwaitCondition(() => pty.Sizes.Contains((100, 30)));
        Assert.Equal(100, AskSession<SessionInfo>(session, new GetInfo()).Columns);
    }

    [Fact]
    public void A_viewer_that_only_looks_types_nothing()
    {
        var (_, pty, viewer) = Attach(readOnly: true);

        viewer.Tell(new ViewerTyped(Encoding.ASCII.GetBytes("rm")), ActorRefs.NoSender);
        Settle(viewer, Tree);

        Assert.Equal("", pty.Input);
    }

    [Fact]
    public void An_alert_stands_over_the_screen_until_a_key_and_the_program_does_not_get_that_key()
    {
        var (_, pty, viewer) = Attach();
        AwaitCondition(() => _link.Frames.Count == 1);
        viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);
        viewer.Tell(new AlertsProtocol.Alert(7, Time.Now, AlertsProtocol.AlertSource.Api, null, null, "In call to add: boom", ["add"], null), ActorRefs.NoSender);
        Settle(viewer);
        Time.Advance(Frame);
        AwaitCondition(() => _link.Frames.Any(frame => frame.Contains("boom", StringComparison.Ordinal)));
        Assert.Contains(_link.News, news => news is AlertNews { Id: "7" });

        viewer.Tell(new ViewerTyped("\e[119;1:3u"u8.ToArray()), ActorRefs.NoSender);      // the key that raised it is let go
        viewer.Tell(new ViewerTyped("x"u8.ToArray()), ActorRefs.NoSender);
        viewer.Tell(new ViewerTyped("y"u8.ToArray()), ActorRefs.NoSender);

        AwaitCondition(() => pty.Input == "y");
    }

    [Fact]
    public void Viewers_hear_how_the_program_ended_and_are_let_go_when_the_session_is_closed()
    {
        var (session, pty, _) = Attach();

        pty.Exit(PtyExit.Code(4));
        AwaitCondition(() => _link.News.Any(news => news is EndedNews { Exit.Code: 4 }));
        Tree.Tell(new ActorTerm.Runtime.Workspace.WorkspaceProtocol.CloseSessions([session]), Script.Ref);

        AwaitCondition(() => _link.Closed == "session closed");
    }

    private (SessionId Session, FakePty Pty, IActorRef Viewer) Attach(bool takesSize = false, bool readOnly = false)
    {
        var (made, pty) = Open();
        var attached = AskSession<Attached>(made.Session, new Attach(_link, 100, 30, takesSize, readOnly));
        return (made.Session, pty, attached.Viewer);
    }
}
