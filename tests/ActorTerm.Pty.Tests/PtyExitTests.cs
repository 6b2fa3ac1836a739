namespace ActorTerm.Pty.Tests;

public sealed class PtyExitTests
{
    [Fact]
    public void An_exit_reads_as_a_person_would_say_it()
    {
        Assert.Equal("exit code 3", PtyExit.Code(3).ToString());
        Assert.Equal("killed by SIGHUP", PtyExit.BySignal(PtySignal.Hangup).ToString());
        Assert.Equal("killed by SIGSYS", PtyExit.BySignal(31).ToString());
        Assert.Equal("killed by signal 40", PtyExit.BySignal(40).ToString());
        Assert.Equal("exit status unknown", PtyExit.Unknown.ToString());
    }
}
