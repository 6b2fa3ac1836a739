using ActorTerm.Pty.Tests.Probe;

namespace ActorTerm.Pty.Tests;

public sealed class TerminalTests : PtyHostTests
{
    [Fact]
    public async Task A_new_terminal_has_the_settings_a_shell_expects()
    {
        await using var probe = await RunAsync(PtyProbe.Program("/usr/bin/stty", "-a") with { Columns = 300, Rows = 50 });

        await probe.WaitForExitAsync();

        Assert.Equal(
            """
            speed 38400 baud; rows 50; columns 300; line = 0;
            intr = ^C; quit = ^\; erase = ^?; kill = ^U; eof = ^D; eol = <undef>; eol2 = <undef>; swtch = <undef>; start = ^Q; stop = ^S; susp = ^Z; rprnt = ^R; werase = ^W; lnext = ^V; discard = ^O; min = 1; time = 0;
            -parenb -parodd -cmspar cs8 hupcl -cstopb cread -clocal -crtscts
            -ignbrk brkint -ignpar -parmrk -inpck -istrip -inlcr -igncr icrnl ixon -ixoff -iuclc ixany imaxbel iutf8
            opost -olcuc -ocrnl onlcr -onocr -onlret -ofill -ofdel nl0 cr0 tab0 bs0 vt0 ff0
            isig icanon iexten echo echoe echok -echonl -noflsh -xcase -tostop -echoprt echoctl echoke -flusho -extproc

            """,
            probe.Text.Replace("\r\n", "\n"));
    }

    [Fact]
    public async Task Erasing_takes_a_whole_character()
    {
        await using var probe = await RunAsync("read line; echo [$line]");

        probe.Type("naï\u007fve\n");
        await probe.WaitForExitAsync();

        Assert.EndsWith("[nave]\r\n", probe.Text);
    }

    [Fact]
    public async Task The_size_stands_before_the_program_starts()
    {
        await using var probe = await RunAsync(PtyProbe.Program("/usr/bin/stty", "size") with { Columns = 132, Rows = 43 });

        await probe.WaitForExitAsync();

        Assert.Equal("43 132\r\n", probe.Text);
    }

    [Fact]
    public async Task A_resize_tells_the_program_once_and_the_same_size_again_tells_nothing()
    {
        await using var probe = await RunAsync("trap 'stty size' WINCH; echo ready; while :; do sleep 1000 & wait; done");
        await probe.WaitForTextAsync("ready");

        probe.Do(c => c.Resize(100, 30));
        await probe.WaitForTextAsync("30 100\r\n");
        probe.Do(c => c.Resize(100, 30));
        probe.Do(c => c.Resize(4096, 1));
        await probe.WaitForTextAsync("1 4096\r\n");

        Assert.Equal("ready\r\n30 100\r\n1 4096\r\n", probe.Text);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(65536, 1)]
    public async Task A_resize_to_an_impossible_size_is_refused(int columns, int rows)
    {
        await using var probe = await RunAsync(PtyProbe.Program("/bin/cat"));

        Assert.Throws<ArgumentOutOfRangeException>(() => probe.Do(c => c.Resize(columns, rows)));
    }

    [Fact]
    public async Task Every_byte_passes_both_ways_in_raw_mode()
    {
        byte[] every = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        await using var probe = await RunAsync("stty raw -echo; printf ready; exec cat");
        await probe.WaitForTextAsync("ready");

        probe.Type(every);
        await probe.WaitForBytesAsync(5 + 256);

        Assert.Equal([.. "ready"u8, .. every], probe.Bytes);
    }

    [Fact]
    public async Task More_input_than_the_terminal_holds_arrives_as_the_program_reads_it()
    {
        var random = new Random(1);
        byte[] input = new byte[500_000];
        random.NextBytes(input);
        await using var folder = new Folder();
        await using var probe = await RunAsync($"stty raw -echo; printf ready; head -c {input.Length} >{folder.Path}/typed");
        await probe.WaitForTextAsync("ready");

        probe.Type(input);
        await probe.WaitForExitAsync();

        Assert.Equal(input, File.ReadAllBytes($"{folder.Path}/typed"));
    }

    [Fact]
    public async Task A_line_in_canonical_mode_loses_what_exceeds_its_limit()
    {
        await using var probe = await RunAsync("stty -echo; echo ready; head -n 1 | wc -c");
        await probe.WaitForTextAsync("ready");

        probe.Type(new string('x', IPtyConnection.CanonicalLineLimit + 900) + "\n");
        await probe.WaitForExitAsync();

        Assert.Contains($"{IPtyConnection.CanonicalLineLimit + 1}\r\n", probe.Text);   // the newline is kept
    }

    [Fact]
    public async Task The_line_modes_show_a_prompt_for_a_password()
    {
        await using var probe = await RunAsync("echo begin; read a; stty -echo; echo secret; read b; stty raw; echo raw; read c");

        await probe.WaitForTextAsync("begin");
        Assert.Equal(PtyLineModes.Canonical | PtyLineModes.Echo | PtyLineModes.Signals, probe.Do(c => c.LineModes()));
        probe.Type("\n");
        await probe.WaitForTextAsync("secret");
        Assert.Equal(PtyLineModes.Canonical | PtyLineModes.Signals, probe.Do(c => c.LineModes()));
        probe.Type("\n");
        await probe.WaitForTextAsync("raw");
        Assert.Equal(PtyLineModes.None, probe.Do(c => c.LineModes()));
    }

    [Fact]
    public async Task Reads_and_writes_of_no_byte_are_refused()
    {
        await using var probe = await RunAsync(PtyProbe.Program("/bin/cat"));

        Assert.Throws<ArgumentException>(() => probe.Do(c => c.Read([])));
        Assert.Throws<ArgumentException>(() => probe.Do(c => c.TryWrite([])));
    }
}
