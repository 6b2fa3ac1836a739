namespace ActorTerm.Client.Tests.Running;

public class RunApartTests
{
    [Fact]
    public void The_empty_rest_of_the_screen_is_no_output()
    {
        var all = new Capture([new CapturedLine("", false), new CapturedLine("a", false), new CapturedLine("", false), new CapturedLine("", false)], 0, 80, 4, new Cursor(0, 2));

        Assert.Equal("\na\n", RunApart.Text(all));
    }

    [Fact]
    public void A_program_that_printed_nothing_has_no_output() => Assert.Equal("", RunApart.Text(new Capture([new CapturedLine("", false)], 0, 80, 1, new Cursor(0, 0))));
}
