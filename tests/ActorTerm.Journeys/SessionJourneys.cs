using ActorTerm.Client;
using ActorTerm.Journeys.Rig;

namespace ActorTerm.Journeys;

/// <summary>Programs on terminals, from their start to the end of their sessions.</summary>
public class SessionJourneys(SharedHost shared) : Journey(shared)
{
    [Fact]
    public async Task What_is_typed_in_bash_runs_and_its_output_is_read_from_the_screen()
    {
        var bash = await BashAsync();

        await bash.SendTextAsync("echo $((6 * 7))\r").Within("typing");

        await SeesAsync(bash, "^42$");
        Assert.Contains("$ echo $((6 * 7))\n42", await ScreenAsync(bash), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_its_arguments_environment_directory_and_size()
    {
        var made = await App.CreateSessionAsync(new NewSession
        {
            Command = ["sh", "-c", "echo \"$1|$COLOUR|$PWD|$(stty size)|$TERM\"", "sh", "two words"],
            Environment = new Dictionary<string, string?> { ["COLOUR"] = "green" },
            WorkingDirectory = "/usr",
            Columns = 100,
            Rows = 30,
            Hold = true,
        }).Within("session");

        await SeesAsync(made.Session, @"^two words\|green\|/usr\|30 100\|xterm-256color$");
    }

    [Fact]
    public async Task An_ended_program_leaves_its_screen_and_exit_code_until_its_session_is_closed()
    {
        var session = await RunAsync("sh", "-c", "echo last words; exit 3");

        Assert.Equal(new SessionEnd(3, null), await EndsAsync(session));
        Assert.Equal("last words", await ScreenAsync(session));
        Assert.Equal(new SessionEnd(3, null), (await session.GetInfoAsync().Within("info")).End);

        await session.CloseAsync().Within("close");
        var gone = await Assert.ThrowsAsync<RequestFailedException>(() => session.GetInfoAsync().Within("info"));
        Assert.Equal("NOT_FOUND", gone.Status);
    }

    [Fact]
    public async Task A_program_that_a_signal_ended_says_which()
    {
        var session = await QuietAsync();

        await session.SignalAsync("KILL").Within("signal");

        Assert.Equal(new SessionEnd(null, "SIGKILL"), await EndsAsync(session));
    }

    [Fact]
    public async Task A_restarted_session_keeps_its_id_and_runs_its_program_anew()
    {
        var session = await RunAsync("sh", "-c", "echo pid $$; exec cat");
        var first = await SeesAsync(session, @"^pid \d+$");

        await session.RestartAsync().Within("restart");

        var info = await session.GetInfoAsync().Within("info");
        Assert.True(info.IsRunning);
        await SeesAsync(session, $"^pid {info.Pid}$");
        Assert.NotEqual(first.Line, $"pid {info.Pid}");
        var screen = await session.CaptureAsync().Within("capture");
        Assert.Contains(first.Line, screen.Lines.Select(line => line.Text));      // what the first run left is still to be read
    }

    [Fact]
    public async Task Keys_are_pressed_by_name()
    {
        var session = await RunAsync("sh", "-c", "trap 'echo interrupted; exit 9' INT; echo waiting; while :; do read line; echo \"got $line\"; done");
        await SeesAsync(session, "^waiting$");

        await session.SendKeysAsync("h", "i", "Enter").Within("keys");
        await SeesAsync(session, "^got hi$");
        await session.SendKeysAsync("C-c").Within("keys");

        Assert.Equal(new SessionEnd(9, null), await EndsAsync(session));
    }

    [Fact]
    public async Task A_program_hears_that_its_terminal_has_another_size()
    {
        var session = await RunAsync("sh", "-c", "trap 'stty size' WINCH; echo waiting; while :; do read line; done");
        await SeesAsync(session, "^waiting$");

        await session.ResizeAsync(columns: 66, rows: 11).Within("resize");
        await session.SendTextAsync("\r").Within("typing");

        await SeesAsync(session, "^11 66$");
    }

    [Fact]
    public async Task A_program_that_does_not_exist_is_refused_with_its_name_and_leaves_nothing()
    {
        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => RunAsync("no-such-program-here"));

        Assert.Contains("no-such-program-here", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await App.ListSessionsAsync().Within("list"));
    }

    [Fact]
    public async Task Colours_and_wide_characters_come_back_as_they_were_drawn()
    {
        var session = await RunAsync("printf", @"\033[1;31mred\033[0m \346\274\242");
        await EndsAsync(session);

        var line = (await session.GetScreenAsync(styles: true).Within("screen")).Lines[0];

        Assert.Equal("red 漢", line.Text);
        Assert.True(line.StyleAt(0).IsBold);
        Assert.NotEqual(line.StyleAt(0).Foreground, line.StyleAt(3).Foreground);
        Assert.Equal(("漢", ""), (line.TextAt(4), line.TextAt(5)));
    }

    [Fact]
    public async Task A_wait_ends_by_text_by_silence_by_the_end_or_by_its_time()
    {
        var session = await RunAsync("sh", "-c", "echo ready; read line; exit 4");

        var text = await session.WaitAsync(new WaitOptions { Text = "rea.y" }).Within("text");
        var silence = await session.WaitAsync(new WaitOptions { Idle = TimeSpan.FromMilliseconds(20) }).Within("silence");
        var time = await session.WaitAsync(new WaitOptions { Text = "never", Timeout = TimeSpan.FromMilliseconds(20) }).Within("time");
        var end = session.WaitAsync(new WaitOptions { Text = "never" });
        await session.SendTextAsync("\r").Within("typing");

        Assert.Equal("ready", Assert.IsType<WaitResult.Matched>(text).Line);
        Assert.IsType<WaitResult.Idle>(silence);
        Assert.IsType<WaitResult.TimedOut>(time);
        Assert.Equal(4, Assert.IsType<WaitResult.Exited>(await end.Within("end")).End.ExitCode);
    }

    [Fact]
    public async Task A_capture_reaches_into_the_history_and_joins_what_a_wrap_cut()
    {
        var session = await RunAsync("sh", "-c", "seq 1 100; printf '%0100d\\n' 7");
        await EndsAsync(session);

        var capture = await session.CaptureAsync(CaptureOptions.Everything with { JoinWrapped = true }).Within("capture");

        var lines = capture.Lines.Select(line => line.Text).Where(text => text.Length > 0).ToList();
        Assert.Equal([.. Enumerable.Range(1, 100).Select(i => $"{i}"), new string('0', 99) + "7"], lines);
    }
}
