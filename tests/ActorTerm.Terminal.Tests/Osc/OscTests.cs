using ActorTerm.Terminal.Events;

namespace ActorTerm.Terminal.Tests.Osc;

public sealed class OscTests
{
    [Theory]
    [InlineData("\e]0;both\a", "icon both,title both")]
    [InlineData("\e]1;icon\a", "icon icon")]
    [InlineData("\e]2;title\a", "title title")]
    [InlineData("\e]2;tïtle 日\e\\", "title tïtle 日")]
    [InlineData("\e]2;a;b\a", "title a;b")]
    [InlineData("\e]2;a\u0085\u009bb\a", "title ab")]        // no control characters
    [InlineData("\e]2;\\(evil)\a", "title \\\u200b(evil)")]  // no expressions
    [InlineData("\e]2\a", "title ")]
    [InlineData("\e]0;a\a\e[22t\e]0;b\a\e[23t", "icon a,title a,icon b,title b,icon a,title a")]
    [InlineData("\e]0;a\a\e[22;2t\e]0;b\a\e[23t", "icon a,title a,icon b,title b,title a")]
    [InlineData("\e]0;a\a\e[22t\e]0;b\a\e[23;1t", "icon a,title a,icon b,title b,icon a")]
    [InlineData("\e[23t", "")]
    [InlineData("\e]9;4;1;50\a", "ProgressReport { State = Running, Percent = 50 }")]
    [InlineData("\e]9;4;1;500\a", "ProgressReport { State = Running, Percent = 100 }")]
    [InlineData("\e]9;4;3\a", "ProgressReport { State = Indeterminate, Percent =  }")]
    [InlineData("\e]9;4;0\a", "ProgressReport { State = None, Percent =  }")]
    [InlineData("\e]9;4;2;7\a", "ProgressReport { State = Error, Percent = 7 }")]
    [InlineData("\e]9;4;9\a", "")]
    [InlineData("\e]9;5;x\a", "")]
    [InlineData("\e]1337;SetUserVar=name=YmFy\a", "name = bar")]
    [InlineData("\e]50;SetUserVar=name=YmFy\a", "name = bar")]
    [InlineData("\e]1337;SetUserVar=name=\a", "name = ")]
    [InlineData("\e]1337;SetUserVar=name\a", "name = null")]
    [InlineData("\e]1337;SetUserVar=name=!!\a", "name = null")]
    [InlineData("\e]1337;SetUserVar=a.b=YmFy\a", "")]
    [InlineData("\e]1337;SetUserVar==YmFy\a", "")]
    [InlineData("\e]1337;Custom=id=secret:pay:load\a", "custom secret: pay:load")]
    [InlineData("\e]1337;Custom=a=b;id=secret;c=d:\a", "custom secret: ")]
    [InlineData("\e]1337;Custom=a=b:payload\a", "")]
    [InlineData("\e]1337;Custom=id=x\a", "")]
    [InlineData("\e]1337;SetMark\a", "mark 0")]
    [InlineData("\e]1337;SetMark=saveScrollPosition\a", "mark 0")]
    [InlineData("\e]1337;ShellIntegrationVersion=5;zsh\a", "integration 5 zsh")]
    [InlineData("\e]1337;ShellIntegrationVersion=5\a", "integration 5 ")]
    [InlineData("\e]1337;StealFocus\a", "focus")]
    [InlineData("\e]1337;RequestAttention=fireworks\a", "Fireworks")]
    [InlineData("\e]1337;RequestAttention=maybe\a", "")]
    [InlineData("\e]1337;Disinter\a", "")]
    [InlineData("\e]1337;SetBadgeFormat=aGVsbG8=\a", "badge hello")]
    [InlineData("\e]1337;OpenURL=:aHR0cDovL3gv\a", "open http://x/")]
    [InlineData("\e]1337;ClearCapturedOutput\a", "captured output cleared")]
    [InlineData("\e]1337;SetColors=fg=ff0000\a", "colors")]
    [InlineData("\e]1337;SetColors=preset=Dark\a", "")]
    [InlineData("\e]1337;RemoteHost=a@b@c\a", "remote a@b at c")]
    [InlineData("\e]1337;RemoteHost=c\a", "remote  at c")]
    [InlineData("\e]1337;CurrentDir=/a/b\a", "DirectoryReport { Path = /a/b, Host = , User =  }")]
    [InlineData("\e]7;file://host/a%20b\a", "DirectoryReport { Path = /a b, Host = host, User =  }")]
    [InlineData("\e]7;file://me@host/a\a", "DirectoryReport { Path = /a, Host = host, User = me }")]
    [InlineData("\e]7;file:///a\a", "DirectoryReport { Path = /a, Host = , User =  }")]
    [InlineData("\e]7;http://host/a\a", "")]
    [InlineData("\e]7;file:///a%0ab%1b\a", "DirectoryReport { Path = /ab, Host = , User =  }")]
    [InlineData("\e]21337;busy\a", "status busy")]
    [InlineData("\e[2;3H\e]1337;AddAnnotation=note\a", "Annotation { AbsoluteLine = 1, Column = 2, Length = , Text = note, Hidden = False }")]
    [InlineData("\e]1337;AddAnnotation=5|note\a", "Annotation { AbsoluteLine = 0, Column = 0, Length = 5, Text = note, Hidden = False }")]
    [InlineData("\e]1337;AddHiddenAnnotation=note|5|1|2\a", "Annotation { AbsoluteLine = 2, Column = 1, Length = 5, Text = note, Hidden = True }")]
    [InlineData("\a", "bell")]
    public void A_command_says_what_it_says(string stream, string expected) =>
        Assert.Equal(expected, string.Join(',', new TestTerminal().Feed(stream).Events));

    [Fact]
    public void A_rich_notification_has_its_parts()
    {
        var terminal = new TestTerminal().Feed("\e]1337;Notification=message=aGk=;title=VGl0bGU=;x=eQ==\a\e]1337;Notification=\a");

        var report = Assert.IsType<NotificationReport>(Assert.Single(terminal.Events));
        Assert.Equal(("Title", "hi", "y"), (report.Title, report.Message, report.Parameters["x"]));
    }

    [Fact]
    public void Titles_are_short_and_their_stack_is_bounded()
    {
        var terminal = new TestTerminal().Feed($"\e]2;{new string('x', 300)}\a");
        Assert.Equal(256, terminal.Model.Titles.Title.Length);

        terminal.Feed($"\e]2;{new string('x', 255)}😀\a");
        Assert.Equal(255, terminal.Model.Titles.Title.Length);

        for (var i = 0; i < 100; i++) terminal.Feed("\e[22t");
        Assert.Equal(10, terminal.Model.Titles.Count);
    }

    [Theory]
    [InlineData("\e]133;A\a$ \e]133;B\als\r\n\e]133;C\aout\r\n\e]133;D;0\a", "PromptStart 0,0|CommandStart 0,2|OutputStart 1,0|CommandEnd 2,0 0")]
    [InlineData("\e]133;A\a$ \e]133;B\a\r\n\e]133;D;0\a\e]133;A\a", "PromptStart 0,0|CommandStart 0,2|CommandEnd 1,0 aborted|PromptStart 1,0")]
    [InlineData("\e]133;A\a$ \e]133;B\a\e]133;C\a\e]133;D;130;aid=7\a", "PromptStart 0,0|CommandStart 0,2|OutputStart 0,2|CommandEnd 0,2 130 #7")]
    [InlineData("\e]133;A;aid=7;cl=m\a", "PromptStart 0,0 #7")]
    [InlineData("\e]133;P;k=s\a", "PromptStart 0,0 Secondary")]
    [InlineData("\e]133;C\a", "")]                           // C only after B
    [InlineData("\e]133;B\a\e]133;C\a\e]133;D\a", "CommandStart 0,0|OutputStart 0,0")]               // a bare D is nothing
    [InlineData("\e]133;B\a\e]133;C\a\e]133;D;\a", "CommandStart 0,0|OutputStart 0,0|CommandEnd 0,0 0")]
    [InlineData("\e]133;D;1\a", "")]
    [InlineData("abc\e]133;A\a", "PromptStart 1,0")]         // a prompt starts on a fresh line
    [InlineData("abc\e]133;N\a", "PromptStart 1,0")]
    [InlineData("abc\e]133;P\a", "PromptStart 0,3")]         // but for P
    [InlineData("\e]133;E\a\e]133;F\a\e]133;\a\e]133\a", "")]
    public void Prompts_are_marked(string stream, string expected) =>
        Assert.Equal(expected, string.Join('|', new TestTerminal(columns: 20).Feed(stream).Events.OfType<PromptMark>().Select(Describe)));

    [Fact]
    public void Clearing_the_scrollback_keeps_the_whole_prompt()
    {
        var terminal = new TestTerminal(columns: 20, rows: 6).Feed("old\r\n\e]133;A\atwo-line\r\nprompt \e]133;B\acommand\e]1337;ClearScrollback\a");

        Assert.Equal("two-line|prompt command", terminal.Text);
        Assert.Equal((14, 1), terminal.Cursor);
        Assert.Equal(1, terminal.Model.Screen.TopAbsoluteLine);
    }

    [Fact]
    public void Clearing_the_scrollback_keeps_a_prompt_that_wrapped()
    {
        var terminal = new TestTerminal(columns: 5, rows: 6).Feed("old\r\n0123456789ab\e[3;2H\e]1337;ClearScrollback\a");

        Assert.Equal("01234|56789|ab", terminal.Text);
        Assert.Equal((1, 1), terminal.Cursor);
    }

    private static string Describe(PromptMark mark) => $"{mark.GetType().Name} {mark.AbsoluteLine},{mark.Column}" + mark switch
    {
        PromptMark.CommandEnd end => $" {end.ExitCode?.ToString() ?? "aborted"}",
        PromptMark.PromptStart { Kind: not PromptKind.Initial and var kind } => $" {kind}",
        _ => "",
    } + (mark.Id is null ? "" : $" #{mark.Id}");
}
