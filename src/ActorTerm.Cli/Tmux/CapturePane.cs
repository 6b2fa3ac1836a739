using ActorTerm.Cli.Verbs;

namespace ActorTerm.Cli.Tmux;

/// <summary><c>capture-pane</c> as tmux(1) has it. There are no buffers here, so it always prints.</summary>
internal static class CapturePane
{
    public static Command Make()
    {
        var target = TmuxOptions.Target();
        var print = new Option<bool>("-p") { Description = "Print; so it is without." };
        var ansi = new Option<bool>("-e") { Description = "With colours and attributes, as escape sequences." };
        var join = new Option<bool>("-J") { Description = "Lines that a wrap cut become one." };
        var start = new Option<string?>("-S") { Description = "First line: 0 is the screen's first, -1 the last of the history, `-` the oldest." };
        var end = new Option<string?>("-E") { Description = "Last line, counted as -S. `-` is the screen's last." };
        var verb = new Command("capture-pane", "As tmux: capture.") { target, print, ansi, join, start, end };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var options = CaptureVerb.Options(arguments.GetValue(start), arguments.GetValue(end)) with { Ansi = arguments.GetValue(ansi), JoinWrapped = arguments.GetValue(join) };
            var capture = await (await connection.Target(arguments, target, cancel)).CaptureAsync(options, cancel);
            foreach (var line in capture.Lines) Console.Out.WriteLine(line.Text);
        });
        return verb;
    }
}
