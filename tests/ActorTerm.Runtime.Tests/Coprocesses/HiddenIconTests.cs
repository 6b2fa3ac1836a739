using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Sessions;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;

namespace ActorTerm.Runtime.Tests.Coprocesses;

public sealed class HiddenIconTests : CoprocessKit
{
    /// <summary>As <c>show-icon = false</c> has it.</summary>
    protected override SessionSettings Settings => new() { CoprocessIcon = "" };

    [Fact]
    public void Without_an_icon_a_viewer_is_told_of_a_coprocess_and_sees_nothing_of_it()
    {
        var (made, pty) = Open(new SessionStart(Argv: ["cat"], Columns: 20, Rows: 3));
        var viewer = new FakeViewer();
        var attached = AskSession<Attached>(made.Session, new Attach(viewer, 20, 3, TakesSize: false, ReadOnly: false));
        AwaitCondition(() => viewer.Frames.Count == 1);

        Begin(made);
        pty.Print("0123456789012345678X");
        Settle(made.Session);
        attached.Viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);
        Time.Advance(TimeSpan.FromSeconds(1));

        AwaitCondition(() => viewer.Frames.Any(frame => frame.Contains('X')));
        Assert.DoesNotContain(viewer.Frames, frame => frame.Contains('⇄'));
        Assert.Contains(viewer.News, news => news is CoprocessNews { Command: "copro" });
    }
}
