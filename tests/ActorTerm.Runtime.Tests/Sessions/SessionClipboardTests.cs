using System.Text;
using ActorTerm.Language;
using ActorTerm.Pty;
using ActorTerm.Runtime.Alerts;
using ActorTerm.Runtime.Identities;
using ActorTerm.Runtime.Invocations;
using ActorTerm.Runtime.Keys;
using ActorTerm.Runtime.Sessions;
using ActorTerm.Runtime.Tests.Workspace;
using ActorTerm.Terminal;
using static ActorTerm.Runtime.Sessions.SessionsProtocol;
using static ActorTerm.Runtime.Workspace.WorkspaceProtocol;

namespace ActorTerm.Runtime.Tests.Sessions;

/// <summary>Keys that copy and paste. C-c copies, C-v pastes the clipboard, C-s the selection.</summary>
public sealed class SessionClipboardTests : WorkspaceKit
{
    public SessionClipboardTests() => Keys.Global = KeysProtocol.KeyMap.OrEmpty(Value.Parse(
        """{"0x63-0x40000": {"Action": 72, "Text": "\\(id)!"}, "0x76-0x40000": {"Action": 41}, "0x73-0x40000": {"Action": 42, "Text": "{\"Base64\": true}"}}"""));

    protected override SessionSettings Settings => new() { Terminal = new TerminalOptions { AllowClipboardWrite = true, OscLimit = 1_000 } };

    [Fact]
    public void A_key_copies_what_an_interpolated_string_reads_and_another_pastes_it()
    {
        var (made, pty) = Open();

        Strike(made.Session, "C-c");
        Evaluate("two\nlines");
        Assert.Null(Assert.Single(Script.ExpectMsg<KeysTaken>().Keys).Error);
        Strike(made.Session, "C-v");

        Assert.Null(Assert.Single(Script.ExpectMsg<KeysTaken>().Keys).Error);
        Assert.Equal("two\rlines", pty.Input);
    }

    [Fact]
    public void What_a_viewers_key_copies_goes_to_the_clipboard_of_its_terminal_and_no_others()
    {
        var (made, _) = Open();
        var (mine, other) = (new FakeViewer(), new FakeViewer());
        var viewer = Attach(made.Session, mine);
        Attach(made.Session, other);

        viewer.Tell(new ViewerTyped("\x03"u8.ToArray()), ActorRefs.NoSender);
        Evaluate("né");
        AwaitCondition(() => !mine.Frames.IsEmpty);
        viewer.Tell(ViewerCredit.Instance, ActorRefs.NoSender);
        Time.Advance(TimeSpan.FromSeconds(1));

        var sequence = $"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes("né"))}\a";
        AwaitCondition(() => mine.Frames.Any(frame => frame.EndsWith(sequence, StringComparison.Ordinal)));
        Assert.DoesNotContain(other.Frames, frame => frame.Contains("\e]52", StringComparison.Ordinal));
    }

    [Fact]
    public void A_program_that_may_copies_to_the_clipboard_or_the_selection()
    {
        var (made, pty) = Open();
        pty.Print("\e]52;c;Y2xpcA==\a\e]52;p;c2Vs\a\e[?2004h");
        AskSession<SessionInfo>(made.Session, new GetInfo());      // it has read that

        Strike(made.Session, "C-v", "C-s");

        Assert.All(Script.ExpectMsg<KeysTaken>().Keys, key => Assert.Null(key.Error));
        Assert.Equal("\e[200~clip\e[201~\e[200~c2Vs\e[201~", pty.Input);
    }

    [Fact]
    public void Nothing_copied_is_an_alert_and_so_is_what_cannot_be_evaluated_or_is_too_long()
    {
        var (made, pty) = Open();

        Strike(made.Session, "C-v");
        Assert.Equal("nothing was copied in this session", Failed());
        Strike(made.Session, "C-c");
        var evaluate = Invocations.ExpectMsg<InvocationsProtocol.Evaluate>();
        Invocations.Reply(new InvocationsProtocol.Evaluated(evaluate.Tag, 0, null, null, [], 0));
        Assert.StartsWith("the text to copy could not be evaluated", Failed());
        Strike(made.Session, "C-c");
        Evaluate(new string('x', 1_001));
        Assert.Contains("longer than 1000 bytes", Failed());

        Assert.Equal("", pty.Input);
    }

    [Fact]
    public void Who_pressed_a_key_that_copies_hears_that_the_session_was_closed_meanwhile()
    {
        var (made, pty) = Open();
        Strike(made.Session, "C-c");
        Assert.Equal(TimeSpan.FromSeconds(5), Invocations.ExpectMsg<InvocationsProtocol.Evaluate>().Within);

        Tree.Tell(new CloseSession(SessionTarget.Of(made.Session)), CreateTestProbe("closer").Ref);
        pty.Exit(PtyExit.BySignal(PtySignal.Hangup));

        Assert.Equal("the session was closed", Assert.Single(Script.ExpectMsg<KeysTaken>().Keys).Error);
    }

    private void Strike(SessionId session, params string[] keys) => Tree.Tell(new ToSession(SessionTarget.Of(session), new StrikeKeys(keys)), Script.Ref);

    private void Evaluate(string text)
    {
        var evaluate = Invocations.ExpectMsg<InvocationsProtocol.Evaluate>();
        Assert.Equal(@"\(id)!", evaluate.Text);
        Invocations.Reply(new InvocationsProtocol.Evaluated(evaluate.Tag, 0, text, null, [], 0));
    }

    /// <returns>What the one who pressed the key and the alert both say.</returns>
    private string Failed()
    {
        var error = Assert.Single(Script.ExpectMsg<KeysTaken>().Keys).Error!;
        var alert = AlertsProbe.FishForMessage<AlertsProtocol.Raise>(_ => true);
        Assert.Equal((AlertsProtocol.AlertSource.Key, error), (alert.Source, alert.Message));
        return error;
    }

    private IActorRef Attach(SessionId session, FakeViewer viewer) =>
        AskSession<Attached>(session, new Attach(viewer, 80, 24, TakesSize: false, ReadOnly: false)).Viewer;
}
