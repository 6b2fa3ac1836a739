using ActorTerm.Pty.Jobs;

namespace ActorTerm.Pty.Tests.Jobs;

public sealed class ProcessStatusTests
{
    [Theory]
    [InlineData("12 (bash) S 11 12 12 34816 12 4194304", 12, "bash", 'S', 11, 12, 12)]
    [InlineData("12 (a b) R 1 2 3 0", 12, "a b", 'R', 1, 2, 3)]
    [InlineData("12 () ) (x) Z 1 2 3 0", 12, ") ) (x", 'Z', 1, 2, 3)]     // a name may look like the rest of the line
    [InlineData("12 (1 (2) 3 4) S 5 6 7\n", 12, "1 (2) 3 4", 'S', 5, 6, 7)]
    public void A_status_line_is_read(string text, int pid, string name, char state, int parent, int group, int session)
    {
        Assert.Equal(new ProcessStatus(pid, name, state, parent, group, session), ProcessStatus.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12 bash S 1 2 3")]
    [InlineData("12 (bash) S 1 2")]
    [InlineData(")(")]
    public void A_cut_line_is_no_status(string text)
    {
        Assert.Null(ProcessStatus.Parse(text));
    }

    [Fact]
    public void This_process_has_one_and_a_number_out_of_range_has_none()
    {
        Assert.Equal(Environment.ProcessId, ProcessStatus.Read(Environment.ProcessId)?.Pid);
        Assert.Null(ProcessStatus.Read(int.MaxValue));
    }
}
