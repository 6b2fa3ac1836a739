namespace ActorTerm.Terminal.Tests.Control;

public sealed class ReportTests
{
    [Theory]
    [InlineData("\e[c", "\e[?64;1;6;9;15;21;22;28c")]        // DA1
    [InlineData("\e[0c", "\e[?64;1;6;9;15;21;22;28c")]
    [InlineData("\e[1c", "")]
    [InlineData("\eZ", "\e[?64;1;6;9;15;21;22;28c")]         // DECID
    [InlineData("\e[>c", "\e[>41;380;0c")]                   // DA2
    [InlineData("\e[=c", "\eP!|00000000\e\\")]               // DA3
    [InlineData("\e[5n", "\e[0n")]                           // DSR
    [InlineData("\e[2;3H\e[6n", "\e[2;3R")]                  // CPR
    [InlineData("\e[2;3H\e[?6n", "\e[?2;3;1R")]              // DECXCPR
    [InlineData("\e[2;3r\e[?6h\e[2;4H\e[6n", "\e[2;4R")]     // in origin mode from the margin
    [InlineData("\e[?15n", "\e[?13n")]
    [InlineData("\e[?25n", "\e[?21n")]
    [InlineData("\e[?26n", "\e[?27;1;0;0n")]
    [InlineData("\e[?53n", "\e[?53n")]
    [InlineData("\e[?56n", "\e[?57;0n")]
    [InlineData("\e[?62n", "\e[0*{")]
    [InlineData("\e[?63n", "\eP1!~0000\e\\")]
    [InlineData("\e[?75n", "\e[?70n")]
    [InlineData("\e[?85n", "\e[?83n")]
    [InlineData("\e[?99n", "")]
    [InlineData("\e[x", "\e[2;1;1;128;128;1;0x")]            // DECREQTPARM
    [InlineData("\e[1x", "\e[3;1;1;128;128;1;0x")]
    [InlineData("\e[18t", "\e[8;4;10t")]                     // XTWINOPS
    [InlineData("\e[19t", "\e[9;4;10t")]
    [InlineData("\e[14t", "\e[4;64;80t")]
    [InlineData("\e[16t", "\e[6;16;8t")]
    [InlineData("\e[11t", "\e[1t")]
    [InlineData("\e[?u", "\e[?0u")]                          // kitty keyboard
    [InlineData("\e[>1u\e[?u", "\e[?1u")]
    [InlineData("\e[?4m", "\e[>4;0m")]                       // XTQMODKEYS
    [InlineData("\e[>4;2m\e[?4m", "\e[>4;2m")]
    [InlineData("\e[1$w", "\eP1$u1;1;1;@;@;@;0;2;@;BBBB\e\\")]                       // DECCIR
    [InlineData("\e[2;3H\e[1;4;5;7m\e[1\"q\e[?6h\e(0\e-A\x0e\e[1$w", "\eP1$u1;1;1;O;A;A;1;2;B;0ABB\e\\")]
    [InlineData("\e[2$w", "\eP2$u1/9\e\\")]                  // DECTABSR
    [InlineData("\e]1337;ReportCellSize\a", "\e]1337;ReportCellSize=1.0;1.0;1.0\a")]
    [InlineData("\e]1337;Capabilities\a", "\e]1337;Capabilities=T3LrMSc7UUw15Ts3BFGsGoSyHNo\a")]
    [InlineData("\e]4;1;?\a", "\e]4;1;rgb:cdcd/0000/0000\a")]
    [InlineData("\e]4;1;?\e\\", "\e]4;1;rgb:cdcd/0000/0000\e\\")]
    [InlineData("\e]4;1;?;2;?\a", "\e]4;1;rgb:cdcd/0000/0000\a\e]4;2;rgb:0000/cdcd/0000\a")]
    [InlineData("\e]4;-2;?\a", "\e]4;-2;rgb:0000/0000/0000\a")]
    [InlineData("\e]4;1;#123456\a\e]4;1;?\a", "\e]4;1;rgb:1212/3434/5656\a")]
    [InlineData("\e]4;256;?\a", "")]
    [InlineData("\e]10;?\a", "\e]10;rgb:e5e5/e5e5/e5e5\a")]
    [InlineData("\e]10;?;?\a", "\e]10;rgb:e5e5/e5e5/e5e5\a\e]11;rgb:0000/0000/0000\a")]
    [InlineData("\e]11;rgb:1/22/333\a\e]11;?\a", "\e]11;rgb:1111/2222/3333\a")]
    [InlineData("\e]11;red\a\e]11;?\a", "\e]11;rgb:0000/0000/0000\a")]
    [InlineData("\e]12;#abc\a\e]112\a\e]12;?\a", "\e]12;rgb:e5e5/e5e5/e5e5\a")]
    [InlineData("\e]P1abcdef\a\e]4;1;?\a", "\e]4;1;rgb:abab/cdcd/efef\a")]
    [InlineData("\e]4;1;#fff;2;#eee\a\e]104;1\a\e]4;1;?;2;?\a", "\e]4;1;rgb:cdcd/0000/0000\a\e]4;2;rgb:e0e0/e0e0/e0e0\a")]
    [InlineData("\e]4;2;#eee\a\e]104\a\e]4;2;?\a", "\e]4;2;rgb:0000/cdcd/0000\a")]
    [InlineData("\e]4;1;#111111\a\e[#P\e]4;1;#222222\a\e[#Q\e]4;1;?\a", "\e]4;1;rgb:1111/1111/1111\a")]
    public void A_query_has_its_answer(string query, string answer) => Assert.Equal(answer, new TestTerminal().Ask(query));

    [Fact]
    public void The_version_is_the_products() => Assert.Matches("^\eP>\\|ActorTerm\\([0-9.]+\\)\e\\\\$", new TestTerminal().Ask("\e[>q"));

    [Theory]
    [InlineData("", "r", "1$r1;4r")]
    [InlineData("\e[2;3r", "r", "1$r2;3r")]
    [InlineData("\e[?69h\e[2;5s", "s", "1$r2;5s")]
    [InlineData("", "m", "1$r0m")]
    [InlineData("\e[1;3;4;31;48;5;200m", "m", "1$r0;1;3;4;31;48:5:200m")]
    [InlineData("\e[4:3;38:2::1:2:3;58:5:7;97m", "m", "1$r0;4:3;97;58:5:7m")]
    [InlineData("\e[38:2::1:2:3m", "m", "1$r0;38:2::1:2:3m")]
    [InlineData("", "t", "1$r24t")]
    [InlineData("", "*|", "1$r4*|")]
    [InlineData("", "$|", "1$r80$|")]
    [InlineData("\e[2*x", "*x", "1$r2*x")]
    [InlineData("", " q", "1$r2 q")]
    [InlineData("\e[5 q", " q", "1$r5 q")]
    [InlineData("\e[4 q", " q", "1$r4 q")]
    [InlineData("\e[1\"q", "\"q", "1$r1\"q")]
    [InlineData("", "\"p", "1$r64;1\"p")]
    [InlineData("", "zzz", "0$r")]                           // an unknown one is answered, and not repeated
    [InlineData("", "", "0$r")]
    public void A_setting_is_reported_as_what_would_bring_it_about(string before, string query, string answer) =>
        Assert.Equal($"\eP{answer}\e\\", new TestTerminal().Ask($"{before}\eP$q{query}\e\\"));

    [Theory]
    [InlineData("544E", "\eP1+r544E=787465726D2D323536636F6C6F72\e\\")]              // TN
    [InlineData("544e", "\eP1+r544E=787465726D2D323536636F6C6F72\e\\")]
    [InlineData("436f;524742", "\eP1+r436F=323536\e\\\eP1+r524742=382F382F38\e\\")]  // Co, RGB
    [InlineData("5375", "\eP1+r5375\e\\")]                                           // Su, which is only there
    [InlineData("6b63757531", "\eP1+r6B63757531=1B4F41\e\\")]                        // kcuu1
    [InlineData("787878", "\eP0+r\e\\")]
    [InlineData("544E;787878;544E", "\eP1+r544E=787465726D2D323536636F6C6F72\e\\\eP0+r\e\\")]
    [InlineData("xyz", "\eP0+r\e\\")]
    [InlineData("", "\eP0+r\e\\")]
    public void Capabilities_come_from_a_fixed_list(string query, string answer) =>
        Assert.Equal(answer, new TestTerminal().Ask($"\eP+q{query}\e\\"));

    [Theory]
    [InlineData("1", 1)]                                     // DECCKM: set, reset
    [InlineData("2004", 2004)]
    [InlineData("1000", 1000)]
    [InlineData("1006", 1006)]
    [InlineData("2026", 2026)]
    [InlineData("2027", 2027)]
    [InlineData("47", 47)]
    [InlineData("1047", 1047)]
    [InlineData("1049", 1049)]
    [InlineData("69", 69)]
    [InlineData("45", 45)]
    public void A_mode_is_reported_as_set_or_reset(string mode, int number)
    {
        var terminal = new TestTerminal();

        Assert.Equal($"\e[?{mode};2$y", terminal.Ask($"\e[?{mode}$p"));
        Assert.Equal($"\e[?{mode};1$y", terminal.Ask($"\e[?{number}h\e[?{mode}$p"));
        Assert.Equal($"\e[?{mode};2$y", terminal.Ask($"\e[?{number}l\e[?{mode}$p"));
    }

    [Theory]
    [InlineData("\e[?7$p", "\e[?7;1$y")]
    [InlineData("\e[?25$p", "\e[?25;1$y")]
    [InlineData("\e[?12345$p", "\e[?12345;0$y")]
    [InlineData("\e[4$p", "\e[4;2$y")]
    [InlineData("\e[4h\e[4$p", "\e[4;1$y")]
    [InlineData("\e[20$p", "\e[20;2$y")]
    [InlineData("\e[12$p", "\e[12;1$y")]
    [InlineData("\e[1$p", "\e[1;4$y")]                       // GATM and the like: permanently reset
    [InlineData("\e[99$p", "\e[99;0$y")]
    [InlineData("\e[?1048$p", "\e[?1048;2$y")]
    [InlineData("\e7\e[?1048$p", "\e[?1048;1$y")]
    public void Modes_are_known_or_not(string query, string answer) => Assert.Equal(answer, new TestTerminal().Ask(query));

    [Fact]
    public void What_was_reported_of_the_cursor_can_be_restored()
    {
        var terminal = new TestTerminal().Feed("\e[2;3H\e[1;7m\e(0\e*<\e[1\"q");
        var report = terminal.Ask("\e[1$w").Replace("\eP1$u", "\eP1$t");

        terminal.Feed("\ec" + report + "q");

        Assert.Equal("|  ─", terminal.Text);
        Assert.Equal("Bold, Inverse, Protected", terminal.StyleAt(1, 2).Flags.ToString());
        Assert.Contains(";0B<B", report.Replace("%5", "<"));
    }

    [Theory]
    [InlineData("abc", "", "FEDA")]                          // -(61 + 62 + 63)
    [InlineData("abc", "1", "0126")]                         // positive
    [InlineData("\e[1mabc", "", "FD5A")]                     // bold counts 0x80 each
    [InlineData("\e[1mabc", "2", "FEDA")]                    // unless attributes do not
    [InlineData("a b", "", "FF3D")]                          // blanks do not count
    [InlineData("a b", "4", "FE3D")]                         // unless they do, as do cells never written
    [InlineData("", "", "0000")]
    public void Checksums_are_those_of_xterm(string text, string extension, string sum)
    {
        var terminal = new TestTerminal(options: new TerminalOptions { AllowChecksumReports = true });

        Assert.Equal($"\eP7!~{sum}\e\\", terminal.Ask($"\e[{extension}#y{text}\e[7;1;1;1;1;10*y"));
    }
}
