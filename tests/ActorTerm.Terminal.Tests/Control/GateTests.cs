namespace ActorTerm.Terminal.Tests.Control;

/// <summary>Each capability has one gate, and what is off by default is off.</summary>
public sealed class GateTests
{
    /// <summary>What a program tries, and what comes of it by default and when allowed: replies, or events.</summary>
    public static TheoryData<string, string, Func<TerminalOptions, TerminalOptions>, string, string> Gates { get; } = new()
    {
        { "title report", "\e]2;evil\a\e[21t", options => options with { AllowTitleReports = true }, "title evil", "\e]levil\e\\title evil" },
        { "icon report", "\e]1;evil\a\e[20t", options => options with { AllowTitleReports = true }, "icon evil", "\e]Levil\e\\icon evil" },
        { "checksum", "a\e[1;1;1;1;1;1*y", options => options with { AllowChecksumReports = true }, "", "\eP1!~FF9F\e\\" },
        { "colours", "\e]4;0;?\a\e]10;?\a", options => options with { AllowColorReports = false }, "\e]4;0;rgb:0000/0000/0000\a\e]10;rgb:e5e5/e5e5/e5e5\a", "" },
        { "variable", "\e]1337;ReportVariable=bmFtZQ==\a", options => options with { ReportVariable = name => name == "name" ? "value" : null }, "\e]1337;ReportVariable=\a", "\e]1337;ReportVariable=dmFsdWU=\a" },
        { "clipboard", "\e]52;c;aGk=\a", options => options with { AllowClipboardWrite = true }, "", "clipboard 'c': hi" },
        { "clipboard, unpadded", "\e]52;;aGk\a", options => options with { AllowClipboardWrite = true }, "", "clipboard '': hi" },
        { "clipboard, iTerm2's", "\e]1337;Copy=:aGk=\a", options => options with { AllowClipboardWrite = true }, "", "clipboard '': hi" },
        { "clipboard, in the stream", "\e]1337;CopyToClipboard=\ah\e[31mi\r\n\e]1337;EndCopy\a", options => options with { AllowClipboardWrite = true }, "", "clipboard '': hi\r\n" },
        { "clipboard, read", "\e]52;c;?\a", options => options with { AllowClipboardWrite = true }, "", "" },
        { "title", "\e]0;t\a", options => options with { AllowTitleChanges = false }, "icon t,title t", "" },
        { "notification", "\e]9;hi\a", options => options with { AllowNotifications = false }, "NotificationReport { Title = , Message = hi, Parameters = 0 }", "" },
        { "directory", "\e]7;file://h/p\a", options => options with { AllowDirectoryReports = false }, "DirectoryReport { Path = /p, Host = h, User =  }", "" },
        { "directory, iTerm2's", "\e]1337;CurrentDir=/p\a", options => options with { AllowDirectoryReports = false }, "DirectoryReport { Path = /p, Host = , User =  }", "" },
        { "host", "\e]1337;RemoteHost=u@h\a", options => options with { AllowDirectoryReports = false }, "remote u at h", "" },
        { "size", "\e[8;30;100t", options => options with { AllowResizeRequests = false }, "resize 100x30", "" },
        { "columns", "\e[132$|", options => options with { AllowResizeRequests = false }, "resize 132x", "" },
        { "rows", "\e[40*|", options => options with { AllowResizeRequests = false }, "resize x40", "" },
        { "file", "\e]1337;File=name=bg==;inline=1:aGk=\a", options => options with { AllowFiles = true }, "", "file n True: hi" },
        { "file in parts", "\e]1337;MultipartFile=name=bg==\a\e]1337;FilePart=aGk=\a\e]1337;FilePart=aG8=\a\e]1337;FileEnd\a", options => options with { AllowFiles = true }, "", "file n False: hiho" },
        { "history", "\e[3J", options => options with { ClearHistoryAllowed = false }, "history cleared", "" },
    };

    [Theory]
    [MemberData(nameof(Gates))]
    public void A_gate_opens_one_thing(string what, string stream, Func<TerminalOptions, TerminalOptions> change, string byDefault, string changed)
    {
        Assert.NotEmpty(what);
        Assert.Equal(byDefault, Outcome(new TestTerminal().Feed(stream)));
        Assert.Equal(changed, Outcome(new TestTerminal(options: change(new TerminalOptions())).Feed(stream)));
    }

    [Theory]
    [InlineData("\e]1337;SetProfile=evil\a")]
    [InlineData("\e]1337;SetProfileProperty=a=e30=\a")]
    [InlineData("\e]1337;RequestUpload=format=tgz\a")]
    [InlineData("\e]1337;Env=report=all:e30=\a")]
    [InlineData("\e]1337;ExecFailed\a")]
    [InlineData("\e]1337;it2ssh=x\a")]
    [InlineData("\e]1337;SetBackgroundImageFile=L2V0Yy9wYXNzd2Q=\a")]
    [InlineData("\e]134;:x\a")]
    [InlineData("\e]6;/etc/passwd\a")]
    [InlineData("\eP1000p%begin\r\n%end\e\\")]               // tmux -CC
    [InlineData("\eP2000p\e\\")]                             // ssh
    [InlineData("\eP0;0|17/17;15/15\e\\")]                   // DECUDK
    [InlineData("\e]99;;x\a")]
    [InlineData("\e]x;y\a")]
    [InlineData("\e]\a")]
    [InlineData("\e]1337\a")]
    [InlineData("\e]1337;\a")]
    [InlineData("\e]1337;Unknown=1\a")]
    public void What_is_refused_leaves_no_trace(string stream)
    {
        var terminal = new TestTerminal(options: new TerminalOptions { AllowFiles = true, AllowClipboardWrite = true, AllowTitleReports = true });
        var before = ScreenDump.Of(terminal.Model);

        terminal.Feed(stream);

        Assert.Equal("", Outcome(terminal));
        Assert.Equal(before, ScreenDump.Of(terminal.Model));
    }

    [Fact]
    public void Replies_never_contain_line_ends_nor_what_the_program_chose()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var terminal = new TestTerminal();
            terminal.Model.Feed("\e]0;CANARY\a\e]8;;CANARY\a\e]1337;SetUserVar=CANARY=Q0FOQVJZ\a"u8);
            terminal.Model.Feed(new Fuzz.RandomStream(seed).Next(40));
            terminal.Model.Feed("\eP$qCANARY\e\\\eP+q43414E415259\e\\\e]1337;ReportVariable=Q0FOQVJZ\a\e[20t\e[21t"u8);

            Assert.DoesNotContain('\r', terminal.Replies);
            Assert.DoesNotContain('\n', terminal.Replies);
            Assert.DoesNotContain("CANARY", terminal.Replies);
            Assert.DoesNotContain("43414E41", terminal.Replies);
            Assert.DoesNotContain("Q0FOQVJZ", terminal.Replies);
        }
    }

    [Fact]
    public void Files_beyond_the_limit_are_dropped()
    {
        var terminal = new TestTerminal(options: new TerminalOptions { AllowFiles = true, FileLimit = 3 });

        terminal.Feed("\e]1337;File=:aGVsbG8=\a\e]1337;MultipartFile=\a\e]1337;FilePart=aGk=\a\e]1337;FilePart=aGk=\a\e]1337;FileEnd\a");

        Assert.Empty(terminal.Events);
    }

    [Fact]
    public void Injected_queries_are_answered_only_by_setting()
    {
        var silent = new TestTerminal();
        var answering = new TestTerminal(options: new TerminalOptions { AnswerInjectedQueries = true });

        silent.Model.Inject("\e[5n"u8);
        answering.Model.Inject("\e[5n"u8);

        Assert.Equal("", silent.Replies);
        Assert.Equal("\e[0n", answering.Replies);
        Assert.Equal("\e[0n", silent.Ask("\e[5n"));
    }

    private static string Outcome(TestTerminal terminal) => terminal.Replies + string.Join(',', terminal.Events.Select(happened =>
        happened is Events.NotificationReport report ? $"NotificationReport {{ Title = {report.Title}, Message = {report.Message}, Parameters = {report.Parameters.Count} }}" : happened.ToString()));
}
